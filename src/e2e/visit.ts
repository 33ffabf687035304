import assert from 'node:assert/strict';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { TestServer } from './serve.ts';

/** A page and what went wrong on it. */
export interface Visit {
  page: Page;
  context: BrowserContext;
  /** Console messages and uncaught errors. */
  messages: string[];
  /** Paths asked for since the visit began, below the site's root. */
  requests(): string[];
}

/** Opens a page of a site, runs a test on it, and wants it silent and without requests to other hosts. */
export async function visitSite(
  { browser, server }: { browser: Browser; server: Pick<TestServer, 'url' | 'requests'> },
  address: string,
  body: (visit: Visit) => Promise<void>,
  javaScriptEnabled = true,
): Promise<void> {
  const context = await browser.newContext({ javaScriptEnabled, reducedMotion: 'reduce' });
  try {
    // What a page asks for by itself is looked at here; the service worker has tests of its own.
    await context.addInitScript(() =>
      Object.defineProperty(Navigator.prototype, 'serviceWorker', { value: undefined }),
    );
    const page = await context.newPage();
    const messages: string[] = [];
    const before = server.requests.length;
    page.on('console', (message) => messages.push(message.text()));
    page.on('pageerror', (error) => messages.push(error.message));
    page.on('request', (request) => {
      if (!request.url().startsWith(server.url) && !request.url().startsWith('data:'))
        messages.push(`request to ${request.url()}`);
    });
    await page.goto(server.url + address);
    await body({ page, context, messages, requests: () => server.requests.slice(before) });
    assert.deepEqual(messages, []);
  } finally {
    await context.close();
  }
}

/**
 * Lets a page do at once what it would do by itself within five seconds: its timers run, and what they ask for has been asked.
 * The page's clock must be installed (`page.clock.install()`).
 */
export async function runTimers(page: Page): Promise<void> {
  await page.clock.runFor(5_000);
  await page.evaluate(async () => void (await fetch(location.href)));
}
