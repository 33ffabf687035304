import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SiteStorage } from '../offline/site-storage.ts';
import { type Host, type MemoryCaches, pageOf, surround } from '../testing.ts';
import { route } from './route.ts';

const ROOT = 'https://example.org/a/';
const BOOT = 'boot-0123456789.js';
const ARTICLE = '2013/08/1.html';
const page = (text: string) => pageOf(text, BOOT);
const script = () => new Response('1', { headers: { 'Content-Type': 'text/javascript' } });
const portal = '<head></head><p>Sign in';

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
  host((path) => (path.startsWith('assets/') ? script() : page('first')));
  await ask(`${ARTICLE}?from=list`);
  host(() => null);
  assert.equal(await ask(ARTICLE), page('first'));
  assert.equal(await ask(`assets/${BOOT}`, 'no-cors'), '1');
});

test('a page of somebody else’s, sent in the place of the site’s, is shown and never kept', async () => {
  const { ask, host } = await worker();
  host((path) => (path.startsWith('assets/') ? script() : page('ours')));
  await ask('index.html');
  await ask(ARTICLE);
  host(() => portal);
  assert.equal(await ask('index.html'), portal);
  // An article that was read comes first; what is asked for in the background does not take its place.
  assert.equal(await ask(ARTICLE), page('ours'));
  host(() => null);
  assert.equal(await ask('index.html'), page('ours'));
  assert.equal(await ask(ARTICLE), page('ours'));
});

test('a page that comes for a bundle is not kept under the bundle’s name, nor the page that needs it', async () => {
  const { ask, host, storage } = await worker();
  host((path) => (path.startsWith('assets/') ? portal : page('half')));
  assert.equal(await ask(`assets/${BOOT}`, 'no-cors'), portal);
  await ask(ARTICLE);
  assert.equal(await storage.find(storage.keptName, ARTICLE), null);
  host(script);
  assert.equal(await ask(`assets/${BOOT}`, 'no-cors'), '1');
});

test('a host in trouble is no better than none: what is kept answers', async () => {
  const { ask, host } = await worker();
  host((path) => (path.startsWith('assets/') ? script() : page('lists')));
  await ask('time.html');
  host(() => new Response('trouble', { status: 502 }));
  assert.equal(await ask('time.html'), page('lists'));
  // With nothing kept the host’s word is all there is.
  assert.equal(await ask('repairs.html'), 'trouble');
});

test('where storage itself fails the site works as without a service worker', async () => {
  const { ask, host, caches } = await worker();
  caches.broken = true;
  host((path) => (path.startsWith('assets/') ? script() : page('live')));
  assert.equal(await ask(ARTICLE), page('live'));
  assert.equal(await ask(ARTICLE, 'cors'), page('live'));
  assert.equal(await ask(`assets/${BOOT}`, 'no-cors'), '1');
});

test('a shell is of one build: a page of another, or somebody else’s, fails the installation', async () => {
  const shell = { 'index.html': 'x', [`assets/${BOOT}`]: 'x' };
  const { storage, host } = await worker();
  const { installShell } = await import('./shell.ts');
  const install = (home: string) => {
    host((path) => (path.startsWith('assets/') ? script() : home));
    return installShell(storage, { build: 'b', shell });
  };
  await assert.rejects(install(portal), /index.html: HTTP 200, not of this build/);
  await assert.rejects(install(pageOf('old', 'boot-aaaaaaaaaa.js')), /not of this build/);
  await install(page('home'));
  assert.equal(await (await storage.find(storage.shellName('b'), 'index.html'))?.text(), page('home'));
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
