import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../e2e/browser.ts';
import { serveSite, type TestServer } from '../e2e/serve.ts';

/** What one query cost in a browser. */
export interface Asked {
  /** Milliseconds from the Enter key to the hits, in a page that had not searched yet; for another query after it; for the first again. */
  cold: number;
  next: number;
  again: number;
  /** Of the cold query: index files, and everything (code and texts gzipped, as hosts send them). */
  indexBytes: number;
  indexRequests: number;
  allBytes: number;
  allRequests: number;
}

/** Files that hosts compress; the others are compressed already. */
const TEXT = /\.(html|js|json|css)$/;
/** A query that is asked when something else has been asked before. */
const OTHER = '我们';

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
  askGram(query: string): Promise<Asked> {
    return this.#ask(query, GRAM, /^search\//);
  }

  /** Asks Pagefind itself, for the first ten hits. */
  askPagefind(query: string): Promise<Asked> {
    return this.#ask(query, PAGEFIND, /^pagefind\/(?!pagefind\.js|pagefind-worker\.js|wasm|fragment)/);
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

  async #open(): Promise<Page> {
    const page = await (await this.#browser.newContext()).newPage();
    await page.goto(`${this.#server.url}search.html`);
    await page.waitForSelector('.search-status', { state: 'attached' });
    return page;
  }

  async #ask(query: string, script: (query: string) => string, index: RegExp): Promise<Asked> {
    const page = await this.#open();
    try {
      const before = this.#server.requests.length;
      const cold = Number(await page.evaluate(script(query)));
      const requests = this.#server.requests.slice(before).map((name) => name.replace(/\?.*/, ''));
      await page.evaluate(script(OTHER));
      const next = Number(await page.evaluate(script(`${OTHER}的`)));
      const again = Number(await page.evaluate(script(query)));
      const own = requests.filter((name) => index.test(name));
      return {
        cold,
        next,
        again,
        indexBytes: this.#bytes(own),
        indexRequests: own.length,
        allBytes: this.#bytes(requests),
        allRequests: requests.length,
      };
    } finally {
      await page.context().close();
    }
  }

  #bytes(names: readonly string[]): number {
    return names.reduce((sum, name) => {
      const bytes = readFileSync(path.join(this.#dir, decodeURIComponent(name)));
      return sum + (TEXT.test(name) ? gzipSync(bytes) : bytes).length;
    }, 0);
  }
}

/** Scripts are text, because they run in the browser: milliseconds from a query to its hits on the page. */
const GRAM = (query: string): string => `new Promise((resolve, reject) => {
  const area = document.getElementById('results');
  const input = document.querySelector('input[name=q]');
  const start = performance.now();
  new MutationObserver((_, observer) => {
    if (area.dataset.state === 'error') reject(new Error('the search failed'));
    if (area.dataset.state !== 'done') return;
    observer.disconnect();
    resolve(performance.now() - start);
  }).observe(area, { attributes: true, attributeFilter: ['data-state'] });
  input.value = ${JSON.stringify(query)};
  input.form.requestSubmit();
})`;
const PAGEFIND = (query: string): string => `(async () => {
  const start = performance.now();
  const pagefind = await import(new URL('pagefind/pagefind.js', document.baseURI).href);
  const { results } = await pagefind.search(${JSON.stringify(query)});
  await Promise.all(results.slice(0, 10).map((one) => one.data()));
  return performance.now() - start;
})()`;
