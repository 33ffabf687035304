import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listFiles } from '../files/list-files.ts';
import { type FileState, SiteTree } from '../files/site-tree.ts';
import { differences, Folder, treeOf } from '../files/testing.ts';
import { hashOf } from '../hash.ts';
import { TimeSlice } from '../time-slice.ts';
import { listingFile, type PackGroup, packFile } from './format.ts';
import { packFiles, packFilesOf } from './packs.ts';

type Files = Readonly<Record<string, string>>;
const SITE: Files = {
  '2012/01/1.html': '<p>一',
  '2013/01/2.html': '<p>二',
  'index.html': '<p>首页',
  'assets/boot-0123456789.js': '1',
  'search/root.bin': 'r',
};
/** A year whose pages deflate, and its fourth page edited. */
const YEAR: Files = Object.fromEntries(
  Array.from({ length: 9 }, (_, at) => [`2014/01/${at}.html`, `<p>第 ${at} 篇。`.repeat(100 + at)]),
);
const EDITED: Files = { '2014/01/3.html': '<p>改过的一篇。'.repeat(150) };

const under = (dir: string, files: Readonly<Record<string, string | Uint8Array>>) =>
  Object.fromEntries(Object.entries(files).map(([name, content]) => [`${dir}/${name}`, content]));
const stateOf = (text: string): FileState => ({ hash: hashOf(text), size: Buffer.byteLength(text) });

/** The output of the last build, its files as it remembers them, and what a build has made anew so far. */
function treeIn(folder: Folder, known: Files, made: Files): SiteTree {
  folder.write(under('staging', made));
  const states = new Map(Object.entries(known).map(([file, text]) => [file, stateOf(text)]));
  const out = folder.at('out');
  const tree = new SiteTree(folder.at('staging'), out, states, new Set(listFiles(out)));
  tree.add(Object.keys(made).map((file) => [file, null]));
  return tree;
}

const pack = (files: Files, tree: SiteTree, before: readonly PackGroup[] = []) =>
  packFilesOf(Object.keys(files), tree, before, new TimeSlice());

/** Makes all packs of a site from nothing. */
async function cold(files: Files): Promise<{ groups: PackGroup[]; packs: Map<string, Buffer> }> {
  using folder = new Folder();
  const groups = await pack(files, treeIn(folder, {}, files));
  const made = treeOf(folder.at('staging'));
  return {
    groups,
    packs: new Map(packFiles(groups).map((file) => [file, made.get(file) ?? Buffer.alloc(0)])),
  };
}

/**
 * Packs a site again after an edit, as a warm build does.
 * @param alter does something to the output meanwhile
 */
async function afterEdit(files: Files, edit: Files, alter: (folder: Folder, groups: PackGroup[]) => void) {
  using folder = new Folder();
  const { groups: before, packs } = await cold(files);
  folder.write(under('out', { ...files, ...Object.fromEntries(packs) }));
  alter(folder, before);
  const groups = await pack(files, treeIn(folder, files, edit), before);
  const made = treeOf(folder.at('staging'));
  for (const file of Object.keys(edit)) made.delete(file);
  return { groups, made, before };
}

test('packs are told with their sizes and hashes, and lists name their files', async () => {
  const { groups, packs } = await cold(SITE);
  assert.deepEqual(
    groups.map(({ id }) => id),
    ['2012', '2013', 'lists', 'assets', 'search'],
  );
  for (const { id, bytes, sha256 } of groups.flatMap((group) => group.packs)) {
    assert.equal(packs.get(packFile(id))?.length, bytes);
    assert.equal(hashOf(packs.get(packFile(id)) ?? ''), sha256);
  }
  const [first] = groups[0]?.packs ?? [];
  assert.deepEqual([first?.size, first?.articles], [Buffer.byteLength('<p>一'), 1]);
  assert.deepEqual(JSON.parse(packs.get(listingFile(first?.id ?? ''))?.toString() ?? ''), [
    ['2012/01/1.html', hashOf('<p>一').slice(0, 16), Buffer.byteLength('<p>一')],
  ]);
});

test('a pack whose files did not change is not made again, and the packs are those of a first build', async () => {
  const edit = { '2013/01/2.html': '<p>二，改过' };
  const { groups, made, before } = await afterEdit(SITE, edit, () => {});
  const expected = await cold({ ...SITE, ...edit });
  assert.deepEqual(groups, expected.groups);
  assert.notDeepEqual(groups, before);
  const ids = groups.filter(({ id }) => id === '2013').flatMap(({ packs }) => packs.map(({ id }) => id));
  assert.deepEqual([...made.keys()].sort(), ids.flatMap((id) => [listingFile(id), packFile(id)]).sort());
  for (const [file, bytes] of made) assert.ok(expected.packs.get(file)?.equals(bytes), file);
});

/** The pack of the edited year is as one made from nothing. */
async function assertAsCold({ groups, made }: Awaited<ReturnType<typeof afterEdit>>): Promise<void> {
  const expected = await cold({ ...YEAR, ...EDITED });
  assert.deepEqual(groups, expected.groups);
  assert.deepEqual(differences(made, expected.packs), []);
}

test('the pack of an edited page takes its other pages from the pack before, and is as one made from nothing', async () => {
  // What stands beside the pack is not looked at.
  await assertAsCold(
    await afterEdit(YEAR, EDITED, (folder) => folder.write({ 'out/2014/01/4.html': 'not read' })),
  );
});

test('from a damaged pack nothing is taken', async () => {
  for (const damage of [
    (bytes: Buffer) => bytes.subarray(0, 300),
    () => Buffer.alloc(0),
    (bytes: Buffer) => Buffer.from(bytes).fill(0, 60, 64),
  ])
    await assertAsCold(
      await afterEdit(YEAR, EDITED, (folder, groups) => {
        const [file = ''] = packFiles(groups);
        folder.write({ [`out/${file}`]: damage(treeOf(folder.at('out')).get(file) ?? Buffer.alloc(0)) });
      }),
    );
});

test('a pack that is gone from the output, or its list, is made again', async () => {
  for (const fileOf of [packFile, listingFile]) {
    using folder = new Folder();
    const { groups: before, packs } = await cold(SITE);
    const gone = fileOf(before[0]?.packs[0]?.id ?? '');
    packs.delete(gone);
    folder.write(under('out', { ...SITE, ...Object.fromEntries(packs) }));
    assert.deepEqual(await pack(SITE, treeIn(folder, SITE, {}), before), before);
    assert.ok(listFiles(folder.at('staging')).includes(gone));
  }
});

test('a page that is still being written is waited for', async () => {
  using folder = new Folder();
  const { '2013/01/2.html': late = '', ...rest } = SITE;
  const tree = treeIn(folder, {}, rest);
  tree.expect(['2013/01/2.html']);
  const packing = pack(SITE, tree);
  tree.write('2013/01/2.html', late);
  assert.deepEqual(await packing, (await cold(SITE)).groups);
});
