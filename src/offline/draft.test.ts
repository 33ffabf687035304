import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Draft, Drafter } from './draft.ts';

const article = (number: number, year = 2013) => `${year}/01/${number}.html`;
function draftPacks(files: readonly string[], sizeOf: (path: string) => number): Draft[] {
  const drafter = new Drafter(files);
  return files.flatMap((file) => drafter.add(file, sizeOf(file))).sort((a, b) => a.at - b.at);
}
const names = (files: readonly string[], size = 10_000) =>
  draftPacks(files, () => size).map(({ name }) => name);

test('a year has its articles, its lists and no other year’s', () => {
  const files = [
    article(1),
    article(2),
    article(1, 2014),
    '2013/index.html',
    '2013/01/index.html',
    'index.html',
  ];
  assert.deepEqual(
    draftPacks(files, () => 100).map(({ group, name, files: own }) => [group, name, own.length]),
    [
      ['2013', '2013-1', 2],
      ['2014', '2014-1', 1],
      ['2013', '2013-pages-1', 2],
      ['lists', 'lists-1', 1],
    ],
  );
});

test('a pack can be made as soon as no more files go into it', () => {
  const files = [article(1), article(2), article(1, 2014), '2013/index.html'];
  const drafter = new Drafter(files);
  const done = files.map((file) => drafter.add(file, 100).map(({ name }) => name));
  assert.deepEqual(done, [[], ['2013-1'], ['2014-1'], ['2013-pages-1']]);
});

test('a list of a month lies with the pages of its year, and so do the pages it goes on in', () => {
  assert.deepEqual(names(['2013/08/index.html', '2013/08/index/2.html', '2013/08/index-2.html']), [
    '2013-pages-1',
    '2013-1',
  ]);
});

test('an index is cut where it changes: its root, the years that are over, the months of the last one, the last month', () => {
  const files = [
    'search/root.bin',
    'search/closed-0f/0.bin',
    'search/year-2d/0.bin',
    'search/open-1e/0.bin',
    'pagefind/a.js',
    'assets/b.css',
  ];
  assert.deepEqual(names(files), [
    'search-root-1',
    'search-closed-1',
    'search-year-1',
    'search-open-1',
    'pagefind-1',
    'assets-1',
  ]);
});

test('a large year has several packs, none of which weighs too much', () => {
  const files = Array.from({ length: 4000 }, (_, at) => article(at));
  const drafts = draftPacks(files, () => 12_000);
  assert.deepEqual(
    drafts.map(({ name }) => name),
    ['2013-1', '2013-2', '2013-3', '2013-4'],
  );
  for (const { files: own } of drafts) assert.ok(own.length * 6000 <= 8_000_000);
  assert.deepEqual(
    drafts.flatMap(({ files: own }) => own),
    files,
  );
});

test('an article that comes last leaves every pack but the last of its year as it was', () => {
  const sizes = fc.array(fc.integer({ min: 1, max: 3_000_000 }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(sizes, fc.integer({ min: 1, max: 3_000_000 }), (before, added) => {
      const all = [...before, added];
      const drafts = (count: number) =>
        draftPacks(
          all.slice(0, count).map((_, at) => article(at)),
          (path) => all[Number(/(\d+)\.html/.exec(path)?.[1])] ?? 0,
        );
      const [old, now] = [drafts(before.length), drafts(all.length)];
      assert.deepEqual(now.slice(0, old.length - 1), old.slice(0, -1));
    }),
  );
});
