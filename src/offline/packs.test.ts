import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import { test } from 'node:test';
import { listFiles } from '../files/list-files.ts';
import { differences, Folder, treeOf } from '../files/testing.ts';
import type { GroupRecord } from '../pipeline/manifest.ts';
import { silent } from '../progress.ts';
import { INDEX_FILE, type OfflineIndex } from './format.ts';
import { noOffline, Offline } from './make.ts';

const PLACES = '<main><!--sizes--><!--/sizes--><!--packs--><!--/packs--></main>';
const SITE = {
  '2012/01/1.html': '<p>一',
  '2013/01/2.html': '<p>二',
  'index.html': '<p>首页',
  'search.html': '<p>搜索',
  '404.html': '<p>无',
  'offline.html': PLACES,
  'unsaved.html': '<p>未存',
  'assets/boot-0123456789.js': '1',
  'search/root.bin': 'r',
};

/** Makes the offline files of a site that stands in the output already. */
async function make(
  folder: Folder,
  before: GroupRecord | null,
  wanted = true,
  site: Record<string, string> = SITE,
): Promise<GroupRecord> {
  const files = Object.keys(site);
  const [staging, outDir] = [folder.at('staging'), folder.at('out')];
  if (!wanted) return noOffline(files, { staging, outDir });
  const present = new Set(listFiles(outDir));
  const offline = new Offline({
    knownHash: () => undefined,
    staging,
    outDir,
    present,
    before,
    changed: listFiles(staging),
    progress: silent,
  });
  await offline.addPages(files);
  return offline.finish(files);
}

const place = (folder: Folder, dir: string, files: Record<string, string>) =>
  folder.write(Object.fromEntries(Object.entries(files).map(([name, text]) => [`${dir}/${name}`, text])));

const readIndex = (folder: Folder, dir: string): OfflineIndex =>
  JSON.parse(treeOf(folder.at(dir)).get(INDEX_FILE)?.toString() ?? '');

test('the index names every pack with its size, and the record every file', async () => {
  using folder = new Folder();
  place(folder, 'out', SITE);
  const record = await make(folder, null);
  const tree = treeOf(folder.at('staging'));
  assert.deepEqual([...record.files, 'offline.html'].sort(), [...tree.keys()].sort());
  const { groups } = readIndex(folder, 'staging');
  assert.deepEqual(groups.map(({ id }) => id).sort(), ['2012', '2013', 'assets', 'lists', 'search']);
  for (const { id, bytes } of groups.flatMap(({ packs }) => packs))
    assert.equal(statSync(folder.at('staging', `offline/packs/${id}.zip`)).size, bytes);
  assert.match(tree.get('offline.html')?.toString() ?? '', /data-group="2013"/);
  assert.match(
    tree.get('sw.js')?.toString() ?? '',
    /^const SITE=\{"build":"[0-9a-f]{16}","shell":\{"404.html":/,
  );
});

test('a pack whose files did not change is not made again, and a warm build leaves what a cold one does', async () => {
  using folder = new Folder();
  place(folder, 'staging', SITE);
  const record = await make(folder, null);
  const known = new Map(
    [...treeOf(folder.at('staging'))].map(([name, bytes]) => [name, bytes.toString('latin1')]),
  );
  folder.write(
    Object.fromEntries([...treeOf(folder.at('staging'))].map(([name, bytes]) => [`out/${name}`, bytes])),
  );
  using next = new Folder();
  next.write(
    Object.fromEntries([...treeOf(folder.at('out'))].map(([name, bytes]) => [`out/${name}`, bytes])),
  );
  place(next, 'staging', { '2013/01/2.html': '<p>二，改过' });
  await make(next, record);
  const made = [...treeOf(next.at('staging')).keys()].filter((name) => name.endsWith('.zip'));
  assert.equal(made.length, 1);
  assert.match(made[0] ?? '', /packs\/2013-1\./);
  assert.notEqual(known.get('sw.js'), treeOf(next.at('staging')).get('sw.js')?.toString('latin1'));
  // The same from nothing.
  using cold = new Folder();
  place(cold, 'staging', { ...SITE, '2013/01/2.html': '<p>二，改过' });
  await make(cold, null);
  const [warm, fresh] = [treeOf(next.at('staging')), treeOf(cold.at('staging'))];
  const both = new Map([...fresh].filter(([name]) => warm.has(name)));
  assert.deepEqual(differences(warm, both), []);
  assert.deepEqual(readIndex(next, 'staging'), readIndex(cold, 'staging'));
});

test('a site that is not to be kept offline has a service worker that takes the others back', async () => {
  using folder = new Folder();
  place(folder, 'out', SITE);
  place(folder, 'staging', {});
  folder.write({ 'staging/x': '' });
  const record = await make(folder, null, false);
  assert.deepEqual(record.files, ['sw.js']);
  assert.match(treeOf(folder.at('staging')).get('sw.js')?.toString() ?? '', /unregister/);
});

/** A year whose pages deflate, and its first page edited. */
const YEAR = Object.fromEntries(
  Array.from({ length: 9 }, (_, at) => [`2014/01/${at}.html`, `<p>第 ${at} 篇。`.repeat(100 + at)]),
);
const EDITED = { '2014/01/3.html': '<p>改过的一篇。'.repeat(150) };

/** The files that are left where one page of a year was edited after a build. */
async function afterEdit(alter: (outDir: Folder, pack: string) => void): Promise<Map<string, Buffer>> {
  using folder = new Folder();
  place(folder, 'staging', { ...SITE, ...YEAR });
  const record = await make(folder, null, true, { ...SITE, ...YEAR });
  using next = new Folder();
  const built = [...treeOf(folder.at('staging'))];
  next.write(Object.fromEntries(built.map(([name, bytes]) => [`out/${name}`, bytes])));
  alter(next, record.files.find((file) => /2014-1\..*zip$/.test(file)) ?? '');
  place(next, 'staging', EDITED);
  await make(next, record, true, { ...SITE, ...YEAR });
  return treeOf(next.at('staging'));
}

async function coldYear(): Promise<Map<string, Buffer>> {
  using cold = new Folder();
  place(cold, 'staging', { ...SITE, ...YEAR, ...EDITED });
  await make(cold, null, true, { ...SITE, ...YEAR });
  return treeOf(cold.at('staging'));
}

async function assertAsCold(warm: Map<string, Buffer>): Promise<void> {
  const cold = await coldYear();
  assert.ok([...warm.keys()].some((name) => /2014-1\..*zip$/.test(name)));
  assert.deepEqual(differences(warm, new Map([...cold].filter(([name]) => warm.has(name)))), []);
}

test('the pack of an edited page takes its other pages from the pack before, and is as one made from nothing', async () => {
  // What stands beside the pack is not looked at.
  const warm = await afterEdit((next) => next.write({ 'out/2014/01/4.html': 'not read' }));
  await assertAsCold(warm);
});

test('from a damaged pack nothing is taken', async () => {
  for (const damage of [
    (bytes: Buffer) => bytes.subarray(0, 300),
    () => Buffer.alloc(0),
    (bytes: Buffer) => Buffer.from(bytes).fill(0, 60, 64),
  ])
    await assertAsCold(
      await afterEdit((next, pack) =>
        next.write({ [`out/${pack}`]: damage(treeOf(next.at('out')).get(pack) ?? Buffer.alloc(0)) }),
      ),
    );
});
