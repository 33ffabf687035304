import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SiteStorage } from '../offline/site-storage.ts';
import { bundleOf, type Host, type MemoryCaches, pageOf, publish, SITE, surround } from '../testing.ts';
import { route } from './route.ts';

const ROOT = 'https://example.org/a/';
const SCRIPT = 'document.title;';
const BOOT = bundleOf('boot', SCRIPT);
const ARTICLE = '2013/08/1.html';
const page = (text: string) => pageOf(text, BOOT);
const portal = '<head></head><p>Sign in';
const SHELL = ['index.html', '404.html', `assets/${BOOT}`];
const FILES = {
  'index.html': page('home'),
  '404.html': page('nothing here'),
  'time.html': page('lists'),
  'repairs.html': page('repairs'),
  [ARTICLE]: page('first'),
  '2013/08/2.html': page('second'),
  [`assets/${BOOT}`]: SCRIPT,
};

/** A worker without a past, whose host can be exchanged. */
async function worker(): Promise<{
  ask: (path: string, mode?: RequestMode) => Promise<string>;
  storage: SiteStorage;
  caches: MemoryCaches;
  host: (host: Host) => void;
}> {
  let now: Host = () => null;
  const caches = surround(ROOT, (path) => now(path));
  const { Answers } = await import('./answers.ts');
  const storage = new SiteStorage(ROOT);
  const answers = new Answers(storage);
  const ask = async (path: string, mode: RequestMode = 'navigate') => {
    const request = new Request(ROOT + path);
    const asked = route({ method: 'GET', url: request.url, mode, cache: 'default' }, ROOT);
    const work: Promise<unknown>[] = [];
    const event = {
      request,
      waitUntil: (more: Promise<unknown>) => void work.push(more),
      respondWith: () => undefined,
    };
    const text = await (await answers.answer(event, asked))?.text();
    // Work may call for more of it.
    for (const more of work) await more;
    return text ?? 'left to the browser';
  };
  const setHost = (host: Host) => {
    now = host;
  };
  return { ask, storage, caches, host: setHost };
}

test('a page that was read is kept with its bundles, and answers when the network is gone', async () => {
  const { ask, host } = await worker();
  host(publish(FILES));
  await ask(`${ARTICLE}?from=list`);
  host(() => null);
  assert.equal(await ask(ARTICLE), page('first'));
  assert.equal(await ask(`assets/${BOOT}`, 'no-cors'), SCRIPT);
});

test('a page of another build is shown and not kept: nothing says whether it is the site’s', async () => {
  const { ask, host } = await worker();
  host(publish(FILES));
  await ask(ARTICLE);
  const { build } = SITE;
  host(publish({ ...FILES, [ARTICLE]: page('changed'), 'time.html': page('changed') }));
  SITE.build = build;
  assert.equal(await ask('time.html'), page('changed'));
  assert.equal(await ask(ARTICLE), page('first'));
  host(() => null);
  assert.equal(await ask(ARTICLE), page('first'));
});

test('a page of somebody else’s, sent in the place of the site’s, is shown and never kept', async () => {
  const { ask, host } = await worker();
  host(publish(FILES));
  await ask('time.html');
  await ask(ARTICLE);
  host(() => portal);
  assert.equal(await ask('time.html'), portal);
  // An article that was read comes first; what is asked for in the background does not take its place.
  assert.equal(await ask(ARTICLE), page('first'));
  host(() => null);
  assert.equal(await ask('time.html'), page('lists'));
  assert.equal(await ask(ARTICLE), page('first'));
});

test('a page that comes for a bundle is not kept under the bundle’s name, nor the page that needs it', async () => {
  const { ask, host, storage } = await worker();
  const good = publish(FILES);
  host((path) => (path.startsWith('assets/') ? portal : good(path)));
  assert.equal(await ask(`assets/${BOOT}`, 'no-cors'), portal);
  await ask(ARTICLE);
  assert.equal(await storage.find(storage.keptName, ARTICLE), null);
  host(good);
  assert.equal(await ask(`assets/${BOOT}`, 'no-cors'), SCRIPT);
});

test('a bundle that an older worker kept, whatever came, is asked for anew', async () => {
  const { ask, host, storage, caches } = await worker();
  await (await caches.open(storage.filesName)).put(storage.url(`assets/${BOOT}`), new Response('evil()'));
  host(publish(FILES));
  assert.equal(await ask(`assets/${BOOT}`, 'no-cors'), SCRIPT);
  host(() => null);
  assert.equal(await ask(`assets/${BOOT}`, 'no-cors'), SCRIPT);
});

test('a host in trouble is no better than none: what is kept answers', async () => {
  const { ask, host } = await worker();
  host(publish(FILES));
  assert.equal(await ask('time.html'), page('lists'));
  host(() => new Response('trouble', { status: 502 }));
  assert.equal(await ask('time.html'), page('lists'));
  // With nothing kept the host’s word is all there is.
  assert.equal(await ask('repairs.html'), 'trouble');
});

test('where storage itself fails the site works as without a service worker', async () => {
  const { ask, host, caches } = await worker();
  caches.broken = true;
  host(publish(FILES));
  assert.equal(await ask(ARTICLE), page('first'));
  assert.equal(await ask(ARTICLE, 'cors'), page('first'));
  assert.equal(await ask(`assets/${BOOT}`, 'no-cors'), SCRIPT);
});

/** Hosts that answer everything with status 200, and something else than was published. */
const WRONG: Record<string, (text: string, path: string) => Response | string> = {
  'a sign-in page for everything': () => portal,
  'bodies that end in the middle': (text) => new Response(text.slice(0, text.length >> 1)),
  'empty bodies': () => new Response(''),
  'wrong types': (text) => new Response(text, { headers: { 'Content-Type': 'application/octet-stream' } }),
  'an older build': (text) => text.replaceAll(BOOT, 'boot-aaaaaaaaaa.js').replace('document', 'old'),
  'files in each other’s place': (_, path) =>
    (path === ARTICLE ? FILES['2013/08/2.html'] : FILES['index.html']) ?? '',
  'a script put into every page and bundle': (text) =>
    text
      .replace('</head>', '<script src="//evil.example/a.js"></script></head>')
      .replace('document', 'evil();document'),
};

for (const [kind, wrong] of Object.entries(WRONG))
  test(`nothing wrong is kept of a host that sends ${kind}`, async () => {
    const { ask, host, storage, caches } = await worker();
    const { installShell } = await import('./shell.ts');
    const good = publish(FILES, SHELL);
    const site = SITE;
    const install = () =>
      installShell(storage, site).then(
        () => true,
        () => false,
      );
    const asked = [ARTICLE, 'time.html', 'index.html', `assets/${BOOT}`];
    const askAll = async () => {
      for (const path of asked) await ask(path, path.startsWith('assets/') ? 'no-cors' : 'navigate');
    };
    const wrongHost: (only: RegExp) => Host = (only) => (path) => {
      const text = { ...FILES }[path];
      return text === undefined || !only.test(path) ? good(path) : wrong(text, path);
    };
    // Everything wrong; the pages or the bundles alone, as a cache on the way may have it; the lists of what is right as well.
    const everything: Host = (path) => (path in FILES ? wrongHost(/./)(path) : wrong('[]', path));
    host(wrongHost(/./));
    assert.equal(await install(), kind === 'wrong types');
    for (const one of [wrongHost(/./), wrongHost(/html$/), wrongHost(/js$/), everything]) {
      host(one);
      await install();
      await askAll();
      for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const { url } of await cache.keys()) {
          const path = url.slice(ROOT.length);
          const stored = (await cache.match(url)) ?? assert.fail();
          assert.equal(await stored.clone().text(), { ...FILES }[path], `${path} in ${name}`);
          assert.match(
            stored.headers.get('Content-Type') ?? '',
            path.endsWith('.js') ? /javascript/ : /html/,
          );
        }
      }
    }
    // A host that is well again is kept as it should be.
    host(good);
    assert.ok(await install());
    await askAll();
    host(() => null);
    for (const path of asked)
      assert.equal(await ask(path, path.startsWith('assets/') ? 'no-cors' : 'navigate'), { ...FILES }[path]);
  });

test('a shell is of one build: a page of another, or somebody else’s, fails the installation', async () => {
  const { storage, host } = await worker();
  const { installShell } = await import('./shell.ts');
  const good = publish(FILES, SHELL);
  const install = (home: string) => {
    host((path) => (path === 'index.html' ? home : good(path)));
    return installShell(storage, SITE);
  };
  await assert.rejects(install(portal), /index.html: HTTP 200, not of this build/);
  await assert.rejects(install(pageOf('old', 'boot-aaaaaaaaaa.js')), /not of this build/);
  await install(page('home'));
  const { build } = SITE;
  assert.equal(await (await storage.find(storage.shellName(build), 'index.html'))?.text(), page('home'));
});

test('archives on one host leave each other’s storage alone', async () => {
  const { caches } = await worker();
  const [root, below] = [new SiteStorage('https://example.org/'), new SiteStorage(ROOT)];
  for (const storage of [root, below]) {
    await storage.setRecord({ version: 1, build: storage.root, groups: {} });
    await caches.open(storage.packName('2013-1.0'));
    await caches.open(storage.shellName('b'));
  }
  assert.deepEqual([await root.packIds(), await root.shellBuilds()], [['2013-1.0'], ['b']]);
  await root.clear(true);
  assert.equal(await root.record(), null);
  assert.equal((await below.record())?.build, ROOT);
  assert.deepEqual([await below.packIds(), await below.shellBuilds()], [['2013-1.0'], ['b']]);
});
