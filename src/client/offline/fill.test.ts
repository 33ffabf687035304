import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hashOf } from '../../hash.ts';
import { DIGEST_LENGTH, type Pack, packFile } from '../../offline/format.ts';
import { zipOf } from '../../zip/zip.ts';
import { surround } from '../testing.ts';
import { type Fault, faultOf } from './fault.ts';
import { fillTwice, planPack } from './fill.ts';
import { SiteStorage } from './site-storage.ts';

const ROOT = 'https://example.org/a/';
const FILES = Array.from({ length: 40 }, (_, at) => ({
  name: `2013/08/${at}.html`,
  content: Buffer.from(`<p>第 ${at} 篇`),
  compress: true,
}));
const LISTING = JSON.stringify(
  FILES.map(({ name, content }) => [name, hashOf(content).slice(0, DIGEST_LENGTH), content.length]),
);
const { signal } = new AbortController();

/** A pack, a host that sends some bytes for it, and a browser without a past. */
async function packed(sent: (zip: Buffer, asked: number) => Uint8Array<ArrayBuffer>) {
  const zip = await zipOf(FILES);
  const pack: Pack = {
    id: `2013-1.${hashOf(LISTING).slice(0, DIGEST_LENGTH)}`,
    sha256: hashOf(zip),
    bytes: zip.length,
    size: FILES.reduce((sum, { content }) => sum + content.length, 0),
    articles: FILES.length,
  };
  let asked = 0;
  const caches = surround(ROOT, (path) =>
    path === packFile(pack.id) ? new Response(sent(zip, asked++)) : null,
  );
  const storage = new SiteStorage(ROOT);
  const fill = async () =>
    fillTwice(storage, await planPack(storage, pack, new Map(), signal), new Map(), signal, () => undefined);
  return { storage, pack, caches, fill };
}

const isFault = (kind: Fault['kind']) => (error: unknown) => faultOf(error).kind === kind;

test('a pack is stored with all its files, and its list of them last', async () => {
  const { storage, pack, fill } = await packed((zip) => Uint8Array.from(zip));
  await fill();
  const listing = await storage.listing(pack.id);
  assert.deepEqual(
    listing?.map(([path]) => path),
    FILES.map(({ name }) => name),
  );
  const found = await storage.find(storage.packName(pack.id), '2013/08/7.html');
  assert.equal(await found?.text(), '<p>第 7 篇');
});

test('what came cut off once is asked for again; twice, it is refused and leaves nothing', async () => {
  const half = (zip: Buffer) => Uint8Array.from(zip.subarray(0, zip.length >> 1));
  const once = await packed((zip, asked) => (asked === 0 ? half(zip) : Uint8Array.from(zip)));
  await once.fill();
  assert.equal((await once.storage.listing(once.pack.id))?.length, FILES.length);
  const always = await packed(half);
  await assert.rejects(always.fill(), isFault('damaged'));
  assert.deepEqual(await always.storage.packIds(), []);
});

test('a pack there is no room for does not take up the room that is left', async () => {
  const { storage, caches, fill } = await packed((zip) => Uint8Array.from(zip));
  caches.room = 20;
  await assert.rejects(fill(), isFault('full'));
  assert.deepEqual(await storage.packIds(), []);
});
