import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser } from '../e2e/browser.ts';
import { serveSite, type TestServer } from '../e2e/serve.ts';

/** Milliseconds from a question to its hits. */
export interface Times {
  /** To the first screenful: checked, marked and laid out. */
  first: number;
  /** To all that the page shows at once, with its count. */
  whole: number;
}

/** What one query cost in a browser. */
export interface Asked {
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
/** What a search page loads before anybody searches. */
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
  async askGram(query: string): Promise<Asked> {
    const asked = await this.#ask(query, GRAM, /^search\//);
    return { ...asked, opened: await this.#openAt(query) };
  }

  /** Asks Pagefind itself, for the first ten hits. */
  async askPagefind(query: string): Promise<Asked> {
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

  /** A fresh profile; a service worker would load the site for offline reading at the same time. */
  async #context(): Promise<BrowserContext> {
    const context = await this.#browser.newContext();
    await context.addInitScript(NO_WORKER);
    return context;
  }

  async #open(): Promise<Page> {
    const page = await (await this.#context()).newPage();
    await page.goto(`${this.#server.url}search.html`);
    await page.waitForSelector('.search-status', { state: 'attached' });
    return page;
  }

  async #ask(query: string, script: Script, index: RegExp, others?: RegExp): Promise<Omit<Asked, 'opened'>> {
    const before = this.#server.requests.length;
    const [cold] = await this.#times(script, [query]);
    const requests = this.#server.requests
      .slice(before)
      .map((name) => name.replace(/\?.*/, ''))
      .filter((name) => !PAGE.test(name) && !others?.test(name));
    const [, next, refined, , again] = await this.#times(script, [
      OTHER,
      shorter(query),
      query,
      OTHER,
      query,
    ]);
    const own = requests.filter((name) => index.test(name));
    if (!cold || !next || !refined || !again) throw new Error(`${query}: not every question was answered`);
    return {
      cold,
      next,
      refined,
      again,
      indexBytes: this.#bytes(own),
      indexRequests: own.length,
      allBytes: this.#bytes(requests),
      allRequests: requests.length,
    };
  }

  /** Asks one query after the other in a page of its own. */
  async #times(script: Script, queries: readonly string[]): Promise<Times[]> {
    const page = await this.#open();
    try {
      await page.waitForTimeout(TYPING);
      const times: Times[] = [];
      for (const query of queries) times.push(readTimes(await page.evaluate(script(query))));
      return times;
    } finally {
      await page.context().close();
    }
  }

  /** Opens a search page by an address that names the query. */
  async #openAt(query: string): Promise<Times> {
    const context = await this.#context();
    try {
      const page = await context.newPage();
      await page.addInitScript(OPENED);
      await page.goto(`${this.#server.url}search.html?q=${encodeURIComponent(query)}`);
      return readTimes(await page.evaluate('window.opened'));
    } finally {
      await context.close();
    }
  }

  #bytes(names: readonly string[]): number {
    return names.reduce((sum, name) => {
      const bytes = readFileSync(path.join(this.#dir, decodeURIComponent(name)));
      return sum + (TEXT.test(name) ? gzipSync(bytes) : bytes).length;
    }, 0);
  }
}

/** A query without its last character; a quotation mark after it stays. */
const shorter = (query: string): string => query.replace(/.("?)$/u, '$1');

/** What a script in the browser answered. */
function readTimes(answer: unknown): Times {
  const [first, whole] = Array.isArray(answer) ? answer.map(Number) : [];
  if (first === undefined || whole === undefined) throw new Error('the browser answered nothing');
  return { first, whole };
}

type Script = (query: string) => string;

/** Scripts are text, because they run in the browser. This one follows the results until they are whole; layout is part of the time. */
const FOLLOW = `const follow = (area, start, resolve, reject) => {
  let first;
  const look = () => {
    const { state } = area.dataset;
    if (state === 'error') reject(new Error('the search failed'));
    if (state !== 'early' && state !== 'done') return false;
    area.getBoundingClientRect();
    const now = performance.now() - start;
    first ??= now;
    if (state === 'done') resolve([first, now]);
    return state === 'done';
  };
  new MutationObserver((_, observer) => {
    if (look()) observer.disconnect();
  }).observe(area, { attributes: true, attributeFilter: ['data-state'] });
};`;
const NO_WORKER = "Object.defineProperty(Navigator.prototype, 'serviceWorker', { value: undefined })";
const GRAM: Script = (query) => `new Promise((resolve, reject) => {
  ${FOLLOW}
  const input = document.querySelector('input[name=q]');
  follow(document.getElementById('results'), performance.now(), resolve, reject);
  input.value = ${JSON.stringify(query)};
  input.form.requestSubmit();
})`;
/** Times count from the beginning of the navigation. */
const OPENED = `window.opened = new Promise((resolve, reject) => {
  ${FOLLOW}
  new MutationObserver((_, observer) => {
    const area = document.getElementById('results');
    if (!area) return;
    observer.disconnect();
    follow(area, 0, resolve, reject);
  }).observe(document, { childList: true, subtree: true });
});`;
const PAGEFIND: Script = (query) => `(async () => {
  const start = performance.now();
  const pagefind = await import(new URL('pagefind/pagefind.js', document.baseURI).href);
  const { results } = await pagefind.search(${JSON.stringify(query)});
  await Promise.all(results.slice(0, 10).map((one) => one.data()));
  const took = performance.now() - start;
  return [took, took];
})()`;
