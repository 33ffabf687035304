import assert from 'node:assert/strict';
import { test } from 'node:test';
import { differences, Folder, treeOf } from '../../files/testing.ts';
import { INDEX_FILE, type OfflineIndex, packFile, WORKER_FILE } from '../../offline/format.ts';
import { silent } from '../../progress.ts';
import { build } from '../build.ts';

const ARTICLES = {
  'content/1.md': '---\ntitle: 一\ntime: 2012-08-01\n---\n\n灯一直亮着。\n',
  'content/2.md': '---\ntitle: 二\ntime: 2013-08-01\n---\n\n没有人在意。\n',
  'content/archive.yml': 'search: {pagefind: off}\n',
};

async function built(folder: Folder, out: string, cacheDir: string | null) {
  const contentDir = folder.at('content');
  await build({ contentDir, outDir: folder.at(out), cacheDir, progress: silent });
  return treeOf(folder.at(out));
}

const text = (tree: ReadonlyMap<string, Buffer>, file: string): string => tree.get(file)?.toString() ?? '';

test('the index names every pack with its size, the offline page shows them, the worker knows its build', async () => {
  using folder = new Folder();
  folder.write(ARTICLES);
  const tree = await built(folder, 'dist', null);
  const { groups, build: name }: OfflineIndex = JSON.parse(text(tree, INDEX_FILE));
  assert.deepEqual(groups.map(({ id }) => id).sort(), ['2012', '2013', 'assets', 'lists', 'search']);
  const packs = groups.flatMap((group) => group.packs);
  for (const { id, bytes } of packs) assert.equal(tree.get(packFile(id))?.length, bytes);
  const zips = [...tree.keys()].filter((file) => file.endsWith('.zip'));
  assert.deepEqual(zips.sort(), packs.map(({ id }) => packFile(id)).sort());
  assert.match(text(tree, 'offline.html'), /data-group="2013"/);
  assert.ok(text(tree, WORKER_FILE).startsWith(`const SITE={"build":"${name}","shell":{"404.html":`));
});

test('a site that is not to be kept offline any more has a worker that takes the others back, and nothing else', async () => {
  using folder = new Folder();
  folder.write(ARTICLES);
  const first = await built(folder, 'dist', folder.at('.cache'));
  folder.write({ 'content/archive.yml': `${ARTICLES['content/archive.yml']}offline: false\n` });
  const warm = await built(folder, 'dist', folder.at('.cache'));
  assert.match(text(warm, WORKER_FILE), /unregister/);
  assert.deepEqual(
    [...warm.keys()].filter((file) => file.startsWith('offline/')),
    [],
  );
  assert.doesNotMatch(text(warm, 'offline.html'), /data-group/);
  assert.deepEqual(differences(warm, await built(folder, 'cold', null)), []);
  folder.write(ARTICLES);
  assert.deepEqual(differences(await built(folder, 'dist', folder.at('.cache')), first), []);
});
