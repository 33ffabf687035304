import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Sort } from './filters.ts';
import { exactly, parseQuery } from './language.ts';
import { planTerm } from './plan.ts';
import { article, indexOf, openFiles, scan } from './testing.ts';
import type { IndexDocument } from './types.ts';

/** Whole clusters: a string that stands in a text is cut between them. */
const ALPHABET = [
  ...'微信社交电商段简直的',
  ...'臺灣萬發后',
  ...'aAbcC5０.+#-_/=',
  ...'-–’',
  ...'，。“”" 　「',
  ...'かガ한ㄅ',
  'é',
  'e\u0301',
  'ﬁ',
  'я',
  '𠮷',
  '🚀',
  '\ud800',
  '\t',
  'İ',
  '①',
];
const cluster = fc.constantFrom(...ALPHABET);
const text = (most: number) => fc.array(cluster, { maxLength: most }).map((list) => list.join(''));

const documents: fc.Arbitrary<IndexDocument[]> = fc
  .array(
    fc.record({
      title: text(6),
      author: fc.constantFrom('甲', '乙 丙', 'Bob'),
      date: fc.constantFrom('', '2019-12-31', '2020-01-05', '2020-02-01', '2021-03-04'),
      tags: fc.subarray(['苹果', 'ai']),
      passages: fc.array(text(24), { maxLength: 3 }),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((list) =>
    list
      .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
      .map((fields, i) =>
        article(`${i % 2 ? 'a/' : `${fields.date.slice(0, 7).replace('-', '/')}/`}${i}.html`, fields),
      ),
  );

/** Terms taken from the alphabet or cut out of a text, in every form of the language. */
const query = fc
  .array(
    fc.record({
      text: fc.array(cluster, { minLength: 1, maxLength: 5 }).map((list) => list.join('')),
      form: fc.constantFrom('plain', 'quoted', 'minus', 'minus-quoted'),
    }),
    { minLength: 1, maxLength: 3 },
  )
  .map((terms) =>
    terms
      .map(({ text, form }) => {
        const body = form.endsWith('quoted') ? exactly(text) : text;
        return form.startsWith('minus') ? `-${body}` : body;
      })
      .join(' '),
  );

const everything = { limit: 1000, verifyUpTo: 1000, near: false };

/** True where the index has something to look the query up by. */
function lookedUp(input: string): boolean {
  const { literal, all, none } = parseQuery(input);
  const terms = [...all, ...(literal ? [literal] : [])].flat();
  return all.length > 0 ? terms.some((term) => planTerm(term).grams.length > 0) : none.length > 0;
}

test('the engine finds exactly what a plain scan finds, for any query over any archive', async () => {
  await fc.assert(
    fc.asyncProperty(documents, fc.array(query, { minLength: 6, maxLength: 6 }), async (archive, queries) => {
      const engine = openFiles(await indexOf(archive));
      for (const input of queries) {
        const results = await engine.search(input, everything);
        const expected = lookedUp(input) ? scan(archive, input) : [];
        assert.deepEqual(results.hits.map((hit) => hit.path).sort(), expected.sort(), JSON.stringify(input));
        assert.equal(results.total, expected.length);
        assert.equal(results.exact, true);
        const counted = results.months.reduce((sum, { count }) => sum + count, 0);
        assert.equal(counted, expected.length);
      }
    }),
    { numRuns: 250 },
  );
});

test('quoted blanks side by side are one string, not a query that everything meets', async () => {
  const engine = openFiles(await indexOf([article('a.html', { passages: ['“'] })]));
  assert.deepEqual((await engine.search('"　" " "', everything)).hits, []);
});

test('every string cut out of an article is found by its exact query, and candidates called exact are', async () => {
  const cut = fc.record({
    document: fc.nat(),
    block: fc.nat(),
    from: fc.nat(),
    length: fc.integer({ min: 1, max: 7 }),
  });
  await fc.assert(
    fc.asyncProperty(documents, fc.array(cut, { minLength: 10, maxLength: 10 }), async (archive, cuts) => {
      const engine = openFiles(await indexOf(archive));
      for (const { document, block, from, length } of cuts) {
        const source = archive[document % archive.length];
        const blocks = [source?.title ?? '', source?.author ?? '', ...(source?.passages ?? [])];
        const chars = [...new Intl.Segmenter('zh').segment(blocks[block % blocks.length] ?? '')];
        const start = from % (chars.length + 1);
        const string = chars
          .slice(start, start + length)
          .map((one) => one.segment)
          .join('');
        const input = exactly(string);
        if (!lookedUp(input)) continue;
        const expected = scan(archive, input);
        assert.ok(expected.includes(source?.path ?? ''), JSON.stringify(string));
        const candidates = await engine.candidates(input);
        const paths = (await engine.locate([...candidates.documents])).map((place) => place.path);
        for (const path of expected)
          assert.ok(paths.includes(path), `${JSON.stringify(string)} lost ${path}`);
        if (candidates.exact) assert.deepEqual(paths.sort(), expected.sort(), JSON.stringify(string));
      }
    }),
    { numRuns: 250 },
  );
});

test('filters narrow and sorts order, as a plain scan would', async () => {
  await fc.assert(
    fc.asyncProperty(
      documents,
      query,
      fc.record({
        year: fc.constantFrom('', '2019', '2020', '1999'),
        month: fc.constantFrom('', '2020-01', '2021-03'),
        author: fc.constantFrom('', '甲', '乙 丙', '丁'),
        topic: fc.constantFrom('', '苹果'),
      }),
      fc.constantFrom<Sort>('newest', 'oldest'),
      async (archive, input, filters, sort) => {
        const engine = openFiles(await indexOf(archive));
        const results = await engine.search(input, { ...everything, filters, sort });
        const { all, none } = parseQuery(input);
        const browsing = all.length + none.length === 0 && Object.values(filters).some((value) => value);
        const paths = new Set(browsing || lookedUp(input) ? scan(archive, input) : []);
        const expected = archive
          .filter((one) => paths.has(one.path))
          .filter((one) => one.date.startsWith(filters.year) && one.date.startsWith(filters.month))
          .filter((one) => !filters.author || one.author === filters.author)
          .filter((one) => !filters.topic || one.tags.includes(filters.topic))
          .map((one) => one.path);
        if (sort === 'newest') expected.reverse();
        assert.deepEqual(
          results.hits.map((hit) => hit.path),
          expected,
        );
      },
    ),
    { numRuns: 200 },
  );
});

test('asking for more hits adds to those before, without repeats or gaps', async () => {
  const archive = Array.from({ length: 60 }, (_, i) =>
    article(`2020/01/${i}.html`, {
      passages: [i % 3 ? '社交电商' : '社交网络与交电、电商', `第${i}篇 微信`],
    }),
  );
  for (const input of ['"交电商"', '交电商 微信']) {
    const whole = await openFiles(await indexOf(archive)).search(input, everything);
    assert.equal(whole.total, 40);
    const engine = openFiles(await indexOf(archive));
    const limits = [15, 30, 40];
    const asked = await Promise.all(limits.map((limit) => engine.search(input, { limit, verifyUpTo: 0 })));
    for (const [at, { hits }] of asked.entries())
      assert.deepEqual(
        hits.map((hit) => hit.path),
        whole.hits.slice(0, limits[at]).map((hit) => hit.path),
      );
  }
});
