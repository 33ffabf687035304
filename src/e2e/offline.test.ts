import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { href } from '../archive/paths.ts';
import { bundleWorker } from '../assets/bundle.ts';
import { Folder, treeOf } from '../files/testing.ts';
import { offline as t, unsaved, update } from '../locales/zh-Hans.ts';
import { launchBrowser } from './browser.ts';
import { buildFixtureSite, type FixtureSite } from './fixture-site.ts';
import { OfflineServer } from './offline-server.ts';

const NEW = '2014/02/5001.html';

/** A small archive of three years; its articles differ enough to be found one by one. */
function content(more: Record<string, string> = {}): Record<string, string> {
  const files: Record<string, string> = {
    'archive.yml': 'title: 机房旧事\nsearch:\n  pagefind: "on"\n',
    ...more,
  };
  for (let number = 1; number <= 24; number++)
    files[`log/${number}.md`] =
      `---\nurl: https://example.org/article/${1000 + number}\nname: 林一\ntime: ${2012 + (number % 3)}-0${1 + (number % 4)}-11 08:00\ntitle: 值班第 ${number} 夜\n---\n\n第 ${number} 夜，机柜里的灯一直亮着，编号${String.fromCharCode(0x4e00 + number * 97)}${String.fromCharCode(0x5200 + number * 61)}。\n`;
  return files;
}
/** Words that stand in one article each: the eighth, and the one that comes with the second build. */
const ONE = `编号${String.fromCharCode(0x4e00 + 8 * 97)}${String.fromCharCode(0x5200 + 8 * 61)}`;
const FRESH = '新来的值班员';

let first: FixtureSite;
let second: FixtureSite;
let browser: Browser;

before(async () => {
  first = await buildFixtureSite(content());
  second = await buildFixtureSite(
    content({
      'log/new.md': `---\nurl: https://example.org/article/5001\nname: 周二\ntime: 2014-02-20 09:00\ntitle: 换班\n---\n\n${FRESH}抄下温度。\n`,
    }),
  );
  browser = await launchBrowser();
});

after(async () => {
  await browser?.close();
  await first?.remove();
  await second?.remove();
});

/** A browser without a past, a server of the first build, and a page of it under a service worker. */
async function visit(
  body: (place: {
    page: Page;
    context: BrowserContext;
    server: OfflineServer;
    errors: string[];
  }) => Promise<void>,
): Promise<void> {
  await using server = new OfflineServer(first.dir);
  await server.start();
  const context = await browser.newContext({ reducedMotion: 'reduce' });
  try {
    const page = await context.newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => {
      // The browser's own word on an answer that did not come.
      if (!/^Failed to load resource|ERR_|503/.test(message.text())) errors.push(message.text());
    });
    await page.goto(`${server.url}index.html`);
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await body({ page, context, server, errors });
    assert.deepEqual(errors, []);
  } finally {
    await context.close();
  }
}

/** A promise that is settled from outside. */
function gateOf(): { promise: Promise<void>; resolve: () => void } {
  let resolve = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

const says = (page: Page, text: string) =>
  page.locator('#saving-state', { hasText: text }).waitFor({ timeout: 20_000 });
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** What the browser does by itself some seconds after a page was loaded. */
const lookForUpdate = (page: Page) =>
  page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());

/** Saves the whole archive. */
async function saveAll(page: Page, server: OfflineServer): Promise<void> {
  await page.goto(`${server.url}offline.html`);
  await press(page, t.saveAll);
  await says(page, t.done);
}

/** Titles of what the search page finds, without what is only near. */
async function found(page: Page, server: OfflineServer, query: string): Promise<string[]> {
  await page.goto(`${server.url}search.html?q=${encodeURIComponent(query)}`);
  await page.locator('#results[data-state]:not([data-state=idle]):not([data-state=loading])').waitFor();
  return page.locator('#results > .hits > .hit:not(:has(.hit-near)) .hit-title').allTextContents();
}

const packsIn = (requests: readonly string[]) => requests.filter((path) => path.endsWith('.zip'));

// Each has a host and a browser profile of its own; most of their time is waiting.
describe('offline in the browser', { concurrency: 2 }, () => {
  test('a page that was read opens without a network; one that was not says so and leads to what is near', () =>
    visit(async ({ page, server }) => {
      await page.goto(`${server.url}2012/04/1003.html`);
      await page.goto(`${server.url}2012/04/index.html`);
      for (const name of ['1003', 'index'])
        await page.waitForFunction(
          async (url) => (await caches.match(url)) !== undefined,
          `${server.url}2012/04/${name}.html`,
        );
      await server.stop();
      await page.goto(`${server.url}2012/04/1003.html`);
      assert.equal(await page.textContent('h1'), '值班第 3 夜');
      assert.ok(await page.evaluate(() => getComputedStyle(document.body).margin === '0px'), 'no styles');
      const response = await page.goto(`${server.url}2012/04/1015.html?from=list`);
      assert.equal(response?.status(), 503);
      assert.equal(await page.textContent('h1'), unsaved.title);
      assert.ok(await page.evaluate(() => getComputedStyle(document.body).margin === '0px'), 'no styles');
      assert.ok(await page.locator('meta[http-equiv=Content-Security-Policy]').count());
      await page.getByRole('link', { name: unsaved.month('2012', '04') }).click();
      await page.waitForURL(/2012\/04\/index\.html$/);
      await page.goto(`${server.url}2012/04/1015.html`);
      await page.getByRole('link', { name: t.title }).first().click();
      await says(page, t.nothing + t.offline);
    }));

  test('the saved archive: every page opens and search answers, with the server switched off', () =>
    visit(async ({ page, context, server }) => {
      await page.goto(`${server.url}offline.html`);
      await says(page, t.nothing);
      assert.match((await page.textContent('.whole')) ?? '', /24/);
      await press(page, t.saveAll);
      await says(page, t.done + t.whole('24'));
      await press(page, t.saveOne(t.group('pagefind')));
      await page.getByRole('button', { name: t.removeOne(t.group('pagefind')) }).waitFor();
      await server.stop();
      await context.setOffline(true);
      const pages = [...treeOf(first.dir).keys()].filter((file) => file.endsWith('.html'));
      const broken = await page.evaluate(
        async ([root, paths]) => {
          const bad = [];
          for (const path of paths) {
            const frame = await fetch(root + path).catch(() => null);
            if (!frame?.ok || !(await frame.text()).includes('</html>')) bad.push(path);
          }
          return bad;
        },
        [server.url, pages.map(href)] as const,
      );
      assert.deepEqual(broken, []);
      for (const path of pages.slice(0, 8)) {
        const response = await page.goto(server.url + href(path));
        assert.ok(response?.ok(), path);
      }
      assert.deepEqual(await found(page, server, ONE), ['值班第 8 夜']);
      assert.deepEqual(await found(page, server, '没有的字句'), []);
      // Word search, where it was saved too.
      await found(page, server, '机柜 温度');
      await page.click('[data-ask=pagefind]');
      const related = page.locator('.search-related .hit-title');
      await related.first().waitFor();
      assert.ok((await related.count()) > 0);
    }));

  test('a saving may be paused, lose its tab or the network, or get a pack cut off: what is stored stays and the rest comes later', () =>
    visit(async ({ page, context, server }) => {
      const isLast = (path: string) => /packs\/2012-1\..*zip$/.test(path);
      let gate = gateOf();
      const hold = () => {
        gate = gateOf();
        server.held = { matches: isLast, until: gate.promise };
      };
      hold();
      await page.goto(`${server.url}offline.html`);
      await press(page, t.saveAll);
      await page.locator('#saving-figures', { hasText: '16 / 24' }).waitFor();
      await press(page, t.pause);
      await says(page, t.paused);
      await page.close();
      gate.resolve();

      hold();
      server.requests = [];
      const again = await context.newPage();
      await again.goto(`${server.url}offline.html`);
      await says(again, t.begun);
      await press(again, t.resume);
      await again.locator('#saving-figures', { hasText: '16 / 24' }).waitFor();
      await server.stop();
      await says(again, t.faults.network);
      gate.resolve();
      server.held = null;
      await again.goto(`${server.url}2014/03/1002.html`);
      assert.equal(await again.textContent('h1'), '值班第 2 夜');

      await server.start();
      server.cut = isLast;
      await again.goto(`${server.url}offline.html`);
      await press(again, t.resume);
      await says(again, t.faults.damaged);
      const stored = await again.evaluate(async () => {
        const names = (await caches.keys()).filter((name) => name.includes(':pack:'));
        return names.map((name) => name.replace(/^.*:pack:/, '').replace(/\..*/, ''));
      });
      assert.ok(stored.includes('2014-1') && !stored.includes('2012-1'), stored.join());

      server.cut = () => false;
      await press(again, t.resume);
      await says(again, t.done);
      const packs = packsIn(server.requests);
      assert.ok(packs.some(isLast));
      assert.ok(!packs.some((path) => /\/(assets|lists|2013|2014)-/.test(path)), packs.join());
    }));

  test('when the network is back a saving goes on by itself', () =>
    visit(async ({ page, context, server }) => {
      const gate = gateOf();
      server.held = { matches: (path) => /packs\/2012-1\..*zip$/.test(path), until: gate.promise };
      await page.goto(`${server.url}offline.html`);
      await press(page, t.saveAll);
      await page.locator('#saving-figures', { hasText: '16 / 24' }).waitFor();
      await context.setOffline(true);
      // What is under way does not end by that.
      await server.stop();
      await says(page, t.faults.network);
      gate.resolve();
      server.held = null;
      await server.start();
      await context.setOffline(false);
      await says(page, t.done);
    }));

  test('between two builds the saved one answers whole; bringing it up to date fetches only what changed', () =>
    visit(async ({ page, server }) => {
      await saveAll(page, server);
      server.dir = second.dir;
      // Old pages and the old index, though the site is at the next build.
      await page.goto(`${server.url}index.html`);
      assert.ok(!(await page.textContent('main'))?.includes('换班'));
      assert.deepEqual(await found(page, server, FRESH), []);
      assert.deepEqual(await found(page, server, ONE), ['值班第 8 夜']);
      await page.reload();
      await lookForUpdate(page);
      await page.locator('.news', { hasText: update.archive }).waitFor();
      server.requests = [];
      await page.getByRole('link', { name: update.see }).click();
      await says(page, t.outdated);
      // An update that stops half-way leaves the older build whole.
      server.cut = (path) => /^search\/|packs\/search-.*zip$/.test(path);
      await press(page, t.update);
      await says(page, t.faults.damaged);
      assert.deepEqual(await found(page, server, FRESH), []);
      assert.deepEqual(await found(page, server, ONE), ['值班第 8 夜']);
      server.cut = () => false;
      await page.goto(`${server.url}offline.html`);
      await press(page, t.resume);
      await says(page, t.done + t.whole('25'));
      const asked = server.requests.filter((path) => path !== 'offline/index.json' && path !== 'sw.js');
      // The years that did not change are not asked for, not even for their lists of files.
      assert.ok(
        !asked.some((path) => path.includes('2012-1.') || path.includes('2013-1.')),
        asked.join('\n'),
      );
      assert.ok(
        !asked.some((path) => path.startsWith('2012/') || path.startsWith('2013/')),
        asked.join('\n'),
      );
      assert.ok(
        asked.includes(NEW) || packsIn(asked).some((path) => path.includes('2014-1.')),
        asked.join('\n'),
      );
      await server.stop();
      assert.deepEqual(await found(page, server, FRESH), ['换班']);
      await page.goto(server.url + NEW);
      assert.equal(await page.textContent('h1'), '换班');
      const left = await page.evaluate(async () =>
        (await caches.keys()).filter((name) => name.includes(':pack:2014-1.')),
      );
      assert.equal(left.length, 1);
    }));

  test('a year by itself: its pages open, search stays among what is saved, and it can be deleted', () =>
    visit(async ({ page, server }) => {
      await page.goto(`${server.url}offline.html`);
      await press(page, t.saveOne(t.group('2013')));
      await says(page, t.done);
      await press(page, t.saveOne(t.group('search')));
      await page.getByRole('button', { name: t.removeOne(t.group('search')) }).waitFor();
      await server.stop();
      await page.goto(`${server.url}2013/02/1001.html`);
      assert.equal(await page.textContent('h1'), '值班第 1 夜');
      await page.goto(`${server.url}2012/04/1003.html`);
      assert.equal(await page.textContent('h1'), unsaved.title);
      assert.match((await page.textContent('main')) ?? '', new RegExp(unsaved.search));
      const titles = await found(page, server, '机柜里的灯');
      assert.equal(titles.length, 8);
      await server.start();
      await page.goto(`${server.url}offline.html`);
      await press(page, t.removeOne(t.group('2013')));
      await says(page, t.removed);
      await press(page, t.removeAll);
      await press(page, t.removeSure);
      await says(page, t.removed + t.nothing);
      assert.deepEqual(
        await page.evaluate(async () => (await caches.keys()).filter((name) => name.includes(':pack:'))),
        [],
      );
      await server.stop();
      await page.goto(`${server.url}offline.html`);
      await says(page, t.nothing + t.offline);
    }));

  test('of two tabs one saves, and the other says so', () =>
    visit(async ({ page, context, server }) => {
      const gate = gateOf();
      server.held = { matches: (path) => path.endsWith('.zip'), until: gate.promise };
      await page.goto(`${server.url}offline.html`);
      await says(page, t.nothing);
      // Pressed while the page looks at its storage anew.
      await page.evaluate(() => {
        dispatchEvent(new Event('offline'));
        document.querySelector<HTMLElement>('#saving-actions .primary')?.click();
      });
      await page.getByRole('button', { name: t.pause }).waitFor();
      const other = await context.newPage();
      await other.goto(`${server.url}offline.html`);
      await press(other, t.resume);
      await says(other, t.busy);
      assert.ok(await page.getByRole('button', { name: t.pause }).isVisible());
      gate.resolve();
      await says(page, t.done);
    }));

  test('a host that answers with something else keeps the site from being stored until it is well again', async () => {
    await using server = new OfflineServer(first.dir);
    await server.start();
    const context = await browser.newContext({ reducedMotion: 'reduce' });
    try {
      const page = await context.newPage();
      server.wrong = (path) => path.endsWith('.css');
      await page.goto(`${server.url}index.html`);
      // The browser gives up a worker whose installation failed.
      await page.waitForFunction(async () => {
        const registration = await navigator.serviceWorker.getRegistration();
        return performance.now() > 500 && !registration;
      });
      assert.ok(server.requests.includes('sw.js'));
      server.wrong = () => false;
      await page.reload();
      await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
      await server.stop();
      await page.reload();
      assert.equal(await page.evaluate(() => getComputedStyle(document.body).display === 'none'), false);
    } finally {
      await context.close();
    }
  });

  test('a newer build waits while a page is read, says so, and is taken when the reader wants it', () =>
    visit(async ({ page, server }) => {
      await page.goto(`${server.url}2012/04/1003.html`);
      await page.evaluate(() => Object.assign(window, { mark: 'here' }));
      server.dir = second.dir;
      await lookForUpdate(page);
      await page.locator('.news', { hasText: update.version }).waitFor();
      assert.equal(await page.evaluate(() => 'mark' in window), true);
      await Promise.all([page.waitForEvent('load'), press(page, update.take)]);
      assert.equal(await page.evaluate(() => 'mark' in window), false);
      assert.equal(
        await page.evaluate(
          async () => (await caches.keys()).filter((name) => name.includes(':shell:')).length,
        ),
        1,
      );
    }));

  test('a browser that lets nothing be stored, or has no room, is told about in a sentence', () =>
    visit(async ({ page, context, server }) => {
      const small = await context.newPage();
      await small.addInitScript(() => {
        StorageManager.prototype.estimate = async () => ({ usage: 900, quota: 1000 });
      });
      await small.goto(`${server.url}offline.html`);
      await press(small, t.saveAll);
      await says(small, t.faults.full);
      await page.addInitScript(() => {
        CacheStorage.prototype.match = () => Promise.reject(new DOMException('no', 'SecurityError'));
      });
      await page.goto(`${server.url}offline.html`);
      await says(page, t.refused);
    }));

  test('with the keyboard alone the archive is saved and the focus stays in its place', () =>
    visit(async ({ page, server }) => {
      // Firefox asks whether the site may store for good; who does not answer saves all the same.
      await page.addInitScript(() => {
        StorageManager.prototype.persist = () => new Promise(() => {});
      });
      await page.goto(`${server.url}offline.html`);
      await says(page, t.nothing);
      const focused = () => page.evaluate(() => document.activeElement?.textContent);
      for (let step = 0; step < 30 && (await focused()) !== t.saveAll; step++)
        await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await says(page, t.done);
      assert.equal(await focused(), t.removeAll);
    }));

  test('without JavaScript the page offers the packs as downloads', async () => {
    await using server = new OfflineServer(first.dir);
    await server.start();
    const context = await browser.newContext({ javaScriptEnabled: false });
    try {
      const page = await context.newPage();
      await page.goto(`${server.url}offline.html`);
      assert.match((await page.textContent('main')) ?? '', new RegExp(t.noscript));
      const links = await page
        .locator('.zips a')
        .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
      assert.ok(links.length > 6);
      for (const link of links) assert.equal((await context.request.get(link)).status(), 200, link);
      assert.equal(await page.locator('.parts .state').first().isVisible(), false);
    } finally {
      await context.close();
    }
  });

  test('a site that is not to be kept offline any more takes back all it stored, and is read as before', () =>
    visit(async ({ page, server }) => {
      await saveAll(page, server);
      using later = new Folder();
      const home = '<!doctype html><title>现在</title>';
      later.write({ 'index.html': home, 'sw.js': await bundleWorker('gone', 'zh-Hans') });
      server.dir = later.dir;
      await lookForUpdate(page);
      await page.waitForFunction(async () => (await caches.keys()).length === 0);
      await page.waitForFunction(async () => !(await navigator.serviceWorker.getRegistration()));
      await page.goto(`${server.url}index.html`);
      assert.equal(await page.title(), '现在');
    }));
});
