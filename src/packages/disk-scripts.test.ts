import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { packOf } from '../client/search/disk-source.ts';
import { type ArticleRecord, articleRecord } from '../exporters/article-record.ts';
import { manyArticles, sampleContext } from '../exporters/testing/sample.ts';
import type { DiskContent, DiskPacks } from '../offline/disk-layout.ts';
import { diskScripts } from './disk-scripts.ts';

const context = sampleContext({}, manyArticles(1));
const [entry] = context.archive.entries;
assert.ok(entry);
const body = context.body(entry);
const recordOf = (path: string, text: string): ArticleRecord => ({
  ...articleRecord(entry, body, context.source(entry)),
  path,
  text,
});

/** The content that the scripts of some articles carry, by name. */
async function carried(records: readonly ArticleRecord[]): Promise<Map<string, DiskContent>> {
  const window: { jiuwenDisk?: Record<string, DiskContent> } = {};
  async function* all() {
    yield* records;
  }
  for await (const { content } of diskScripts('/none', [], all())) {
    assert.ok(typeof content === 'function');
    const script = await content();
    assert.ok(script instanceof Uint8Array);
    new Function('window', Buffer.from(script).toString())(window);
  }
  return new Map(Object.entries(window.jiuwenDisk ?? {}));
}

const month = fc.integer({ min: 0, max: 40 }).map((number) => {
  const [year, month] = [2010 + Math.floor(number / 12), 1 + (number % 12)];
  return `${year}/${String(month).padStart(2, '0')}`;
});
const name = fc.stringMatching(/^[0-9a-c开源]{1,4}$/);

test('every article is found in the pack its path leads to, however many packs there are', () =>
  fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(fc.tuple(month, name), { selector: (pair) => pair.join('/'), maxLength: 60 }),
      fc.array(name, { maxLength: 5 }),
      fc.integer({ min: 0, max: 40_000 }),
      async (dated, undated, length) => {
        const paths = [
          ...new Set(undated.map((id) => `undated/${id}.html`)),
          // Months in order; inside a month by day, which is no order of names.
          ...dated.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([at, id]) => `${at}/${id}.html`),
        ];
        const scripts = await carried(
          paths.map((path) => recordOf(path, `${path}\n\n${'字'.repeat(length)}`)),
        );
        const list = scripts.get('texts') as DiskPacks;
        for (const path of paths) {
          const pack = scripts.get(packOf(list, path)) as Record<string, { passages: string[] }>;
          assert.equal(pack[path]?.passages[0], path);
        }
        assert.equal(scripts.size, list.length + 1);
      },
    ),
    { numRuns: 60 },
  ));

test('what JavaScript might read otherwise comes out as it went in', async () => {
  const odd = '</script>\u2028"\\ 😀\ud800 `$';
  const scripts = await carried([recordOf('2013/01/1.html', odd)]);
  const pack = scripts.get('texts/0') as Record<string, { passages: string[] }>;
  assert.deepEqual(pack['2013/01/1.html']?.passages, [odd]);
});

test('articles whose folders lie mixed are refused: the browser would not find them', async () => {
  const records = ['2013/01/1.html', '2013/02/1.html', '2013/01/2.html'].map((path) => recordOf(path, ''));
  await assert.rejects(carried(records), /Unexpected order of articles/);
});
