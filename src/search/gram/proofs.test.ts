import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { randomFrom } from '../sample.ts';
import { exactly } from './language.ts';
import { withoutSoftBlanks, withSoftBlanks } from './soft-separators.ts';
import { article, indexOf, openFiles, scan } from './testing.ts';

/** Enough articles of few characters that strings have more candidates than are read. */
const random = randomFrom(3);
const pieces = ['段', '简', '直', '社', '交', 'vim', 'vi', ' ', '-', '/', '。', 'Ab 1'];
const passage = (length: number): string =>
  Array.from({ length }, () => pieces[Math.floor(random() * pieces.length)] ?? '').join('');
const documents = Array.from({ length: 90 }, (_, i) =>
  article(`${i}.html`, {
    author: ['Jim Hall', '张三、Jim-Bo', '李四'][i % 3] ?? '',
    date: i < 85 ? `2019-${String(1 + (i % 12)).padStart(2, '0')}-01` : '2020-01-01',
    passages: [passage(40), passage(25)],
  }),
).sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
const files = await indexOf(documents);

test('a total that is called exact is that of a scan, and common strings are counted without a page', async () => {
  const texts = documents.flatMap(({ passages }) => passages);
  let proven = 0;
  await fc.assert(
    fc.asyncProperty(fc.nat(), fc.nat(), fc.integer({ min: 2, max: 5 }), async (at, from, length) => {
      const text = texts[at % texts.length] ?? '';
      const string = text.slice(from % text.length).slice(0, length);
      const pages: string[] = [];
      const engine = openFiles(files, (name) => name.endsWith('.html') && pages.push(name));
      const { total, exact, months, searchable } = await engine.search(exactly(string), {
        limit: 0,
        verifyUpTo: 0,
      });
      const found = scan(documents, exactly(string));
      if (!searchable) return;
      if (exact) {
        assert.equal(total, found.length, string);
        assert.equal(
          months.reduce((sum, { count }) => sum + count, 0),
          found.length,
        );
      }
      assert.ok(total >= found.length, string);
      assert.deepEqual(pages, []);
      if (exact && found.length > 40 && string.length > 2) proven++;
    }),
    { numRuns: 200, seed: 5 },
  );
  assert.ok(proven > 5, `${proven} common strings of three units and more were proven`);
});

test('authors are counted by their list, without a page', async () => {
  const pages: string[] = [];
  const engine = openFiles(files, (name) => name.endsWith('.html') && pages.push(name));
  for (const query of [
    '作者:jim',
    '作者:"im"',
    '作者:张三',
    '作者:"三" 作者:jim',
    '作者:无人',
    '-作者:李四',
  ]) {
    const { total, exact } = await engine.search(query, { limit: 0, verifyUpTo: 0 });
    assert.deepEqual([total, exact], [scan(documents, query).length, true], query);
  }
  assert.deepEqual(pages, []);
  // Where a hyphen went, only the page tells whether a word begins; a name across two authors is no name.
  for (const query of ['作者:bo', '作者:"三、j"', '作者:"jim "']) {
    const { total, exact } = await engine.search(query, { limit: 100, verifyUpTo: 100, readUpTo: 100 });
    assert.deepEqual([total, exact], [scan(documents, query).length, true], query);
  }
});

test('soft blanks are put in and taken out again', () => {
  for (const [text, written] of [
    ['用vim写', '用 vim 写'],
    ['a b。c', 'a b。c'],
    ['段。 简', '段。 简'],
  ] as const) {
    assert.equal(withSoftBlanks(text), written);
    assert.equal(withoutSoftBlanks(written), text);
  }
});
