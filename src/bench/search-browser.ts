import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../e2e/browser.ts';
import { serveSite, type TestServer } from '../e2e/serve.ts';
import { GRAM, NO_WORKER, OPENED, PAGEFIND, type Script } from './search-scripts.ts';

/** Milliseconds from a question to its hits. */
export interface Times {
  /** To the first screenful: checked, marked and laid out. */
  first: number;
  /** To all that the page shows at once, with its count. */
  whole: number;
}

/** The cost of one query in a browser. */
export interface QueryCost {
  /** From the Enter key, in a page that has been open for a moment and has not searched yet. */
  cold: Times;
  /** From the Enter key, after another query: this one without its last character, then as it is, then once more after the other one. */
  next: Times;
  refined: Times;
  again: Times;
  /** From opening an address that names the query: page, code, index and texts. Null where there is none. */
  opened: Times | null;
  /** Of the cold query: index files, and everything the page did not need before (code and texts gzipped, as hosts send them). */
  indexBytes: number;
  indexRequests: number;
  allBytes: number;
  allRequests: number;
}

/** Files that hosts compress; the others are compressed already. */
const TEXT = /\.(html|js|json|css)$/;
/** A query that is asked when something else has been asked before. */
const OTHER = '我们';
/** Milliseconds a search page stands open before anybody has typed a query. */
const TYPING = 500;
/** Files that a search page loads before anybody searches. */
const PAGE = /^(search\.html|assets\/(main|theme|boot|search)-)/;

/** A browser on a built site, for asking both engines. */
export class SearchBrowser {
  readonly #browser: Browser;
  readonly #server: TestServer;
  readonly #dir: string;
  #pagefind: Page | null = null;

  private constructor(browser: Browser, server: TestServer, dir: string) {
    [this.#browser, this.#server, this.#dir] = [browser, server, dir];
  }

  static async start(dir: string): Promise<SearchBrowser> {
    return new SearchBrowser(await launchBrowser(), await serveSite(dir), dir);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#browser.close();
    await this.#server.close();
  }

  /** Asks through the search page. */
  async askGram(query: string): Promise<QueryCost> {
    const asked = await this.#ask(query, GRAM, /^search\//);
    return { ...asked, opened: await this.#openAt(query) };
  }

  /** Asks Pagefind itself, for the first ten hits. */
  async askPagefind(query: string): Promise<QueryCost> {
    const index = /^pagefind\/(?!pagefind\.js|pagefind-worker\.js|wasm|fragment)/;
    return { ...(await this.#ask(query, PAGEFIND, index, /^search\/|^assets\/gram-/)), opened: null };
  }

  /** Paths of what Pagefind finds, best first. */
  async pagefindPaths(query: string, limit = Number.MAX_SAFE_INTEGER): Promise<string[]> {
    this.#pagefind ??= await this.#open();
    const found: unknown = await this.#pagefind.evaluate(`(async () => {
      const pagefind = await import('${this.#server.url}pagefind/pagefind.js');
      const { results } = await pagefind.search(${JSON.stringify(query)});
      return Promise.all(results.slice(0, ${limit}).map(async (one) => (await one.data()).raw_url));
    })()`);
    return Array.isArray(found) ? found.map(String) : [];
  }

  /** A page of a fresh profile. */
  async #page(): Promise<Page> {
    const page = await (await this.#browser.newContext()).newPage();
    await page.addInitScript(NO_WORKER);
    return page;
  }

  async #open(): Promise<Page> {
    const page = await this.#page();
    await page.goto(`${this.#server.url}search.html`);
    await page.waitForSelector('.search-controls', { state: 'attached' });
    return page;
  }

  async #ask(
    query: string,
    script: Script,
    index: RegExp,
    others?: RegExp,
  ): Promise<Omit<QueryCost, 'opened'>> {
    const before = this.#server.requests.length;
    const [cold] = await this.#times(script, [query]);
    const requests = this.#server.requests
      .slice(before)
      .map((name) => name.replace(/\?.*/, ''))
      .filter((name) => !PAGE.test(name) && !others?.test(name));
    const queries = [OTHER, shorter(query), query, OTHER, query];
    const [, next, refined, , again] = await this.#times(script, queries);
    const own = requests.filter((name) => index.test(name));
    if (!cold || !next || !refined || !again) throw new Error(`${query}: not every question was answered`);
    const bytes = { indexBytes: this.#bytes(own), allBytes: this.#bytes(requests) };
    const counts = { indexRequests: own.length, allRequests: requests.length };
    return { cold, next, refined, again, ...bytes, ...counts };
  }

  /** Asks one query after the other in a page of its own. */
  async #times(script: Script, queries: readonly string[]): Promise<Times[]> {
    const page = await this.#open();
    await page.waitForTimeout(TYPING);
    const times: Times[] = [];
    for (const query of queries) times.push(readTimes(await page.evaluate(script(query))));
    await page.context().close();
    return times;
  }

  /** Opens a search page by an address that names the query. */
  async #openAt(query: string): Promise<Times> {
    const page = await this.#page();
    await page.addInitScript(OPENED);
    await page.goto(`${this.#server.url}search.html?q=${encodeURIComponent(query)}`);
    const times = readTimes(await page.evaluate('window.opened'));
    await page.context().close();
    return times;
  }

  #bytes(names: readonly string[]): number {
    return names.reduce((sum, name) => {
      const bytes = readFileSync(path.join(this.#dir, decodeURIComponent(name)));
      return sum + (TEXT.test(name) ? gzipSync(bytes) : bytes).length;
    }, 0);
  }
}

/** A query without its last character; a quotation mark after it stays. Where nothing would be left, another one. */
function shorter(query: string): string {
  const rest = query.replace(/.("?)$/u, '$1');
  return /^["\s]*$/.test(rest) ? `${query}${OTHER}` : rest;
}

/** The answer of a script in the browser. */
function readTimes(answer: unknown): Times {
  const [first, whole] = Array.isArray(answer) ? answer.map(Number) : [];
  if (first === undefined || whole === undefined) throw new Error('the browser answered nothing');
  return { first, whole };
}
