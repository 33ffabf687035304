import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { buildGramIndex, joinParts, planParts } from './build.ts';
import { decodeHeld, encodeHeld, heldStrings } from './held-strings.ts';
import { Inverter } from './invert.ts';
import { memorySource } from './part.ts';
import { decodeRoot } from './root.ts';
import { article, type Files, indexOf, openFiles } from './testing.ts';
import type { IndexDocument } from './types.ts';
import { foldPage } from './verify.ts';

/** Three years, two articles a month, with rare and frequent words. */
const archive: IndexDocument[] = Array.from({ length: 72 }, (_, i) => {
  const month = Math.floor(i / 2);
  const date = `${2018 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-15`;
  return article(`${date.slice(0, 4)}/${date.slice(5, 7)}/${1000 + i}.html`, {
    title: `第 ${i} 期周报`,
    date,
    passages: [`本期谈手机与第${i}号芯片，Node.js ${i}.0 发布。`, '的的确确是的。'],
  });
});

const newer = article('2020/12/2000.html', { date: '2020-12-31', passages: ['新来的一篇谈手机。'] });

test('the same archive gives the same bytes', async () => {
  const [first, second] = [await indexOf(archive), await indexOf(archive)];
  assert.deepEqual([...first], [...second]);
});

test('a new article in the last year leaves every file of the closed years as it is', async () => {
  const before = await indexOf(archive);
  const after = await indexOf([...archive, newer]);
  const closed = [...before.keys()].filter((name) => name.startsWith('search/closed-'));
  assert.ok(closed.length > 0);
  for (const name of closed) assert.deepEqual(after.get(name), before.get(name));
  const changed = [...before.keys()].filter((name) => name.startsWith('search/open-'));
  assert.ok(changed.every((name) => !after.has(name)));
});

test('in a large year a new article leaves every file of the months before as it is', async () => {
  const dates = Array.from({ length: 1200 }, (_, i) => `2020-0${1 + Math.floor(i / 400)}-01`);
  const large = dates.map((date, i) => article(`${i}.html`, { date, passages: [`第${i}篇谈手机`] }));
  const write = () => undefined;
  const root = await buildGramIndex(large, { write });
  assert.deepEqual(
    root.segments.map(({ kind, documents }) => [kind, documents]),
    [
      ['year', 800],
      ['open', 400],
    ],
  );
  const written = new Set<string>();
  await buildGramIndex([...large, article('new.html', { date: '2020-03-02' })], {
    write: (name) => {
      written.add(name.split('-')[0] ?? '');
    },
    previous: root,
  });
  assert.deepEqual([...written], ['open', 'root.bin']);
});

test('with the previous root, segments that did not change are not written again', async () => {
  const write = () => undefined;
  const root = await buildGramIndex(archive, { write });
  const written: string[] = [];
  await buildGramIndex([...archive, newer], {
    write: (name) => {
      written.push(name);
    },
    previous: root,
  });
  assert.ok(written.length > 1);
  assert.ok(
    written.every((name) => name === 'root.bin' || name.startsWith('open-')),
    written.join(),
  );
});

test('parts built one by one join to the index that one go builds', async () => {
  const whole: Files = new Map();
  const deflate = (bytes: Uint8Array) => deflateRawSync(bytes);
  const write = (files: Files) => (name: string, bytes: Uint8Array) => {
    files.set(name, bytes);
  };
  await buildGramIndex(archive, { write: write(whole), deflate });
  const plans = planParts(archive.map((document) => document.date));
  const closed = plans.filter(({ kind }) => kind === 'closed');
  assert.deepEqual(
    closed.map(({ from, to }) => [from, to]),
    [
      [0, 24],
      [24, 48],
    ],
  );
  const months = archive.slice(48).map(({ date }) => date.slice(0, 7));
  assert.deepEqual(
    plans.slice(2).map(({ kind, from, to }) => [kind, archive[from]?.date.slice(0, 7), to - from]),
    [...new Set(months)].map((month) => ['open', month, months.filter((one) => one === month).length]),
  );
  // Every part by itself, in another order than they are joined in.
  const parts = plans
    .toReversed()
    .map(({ from, to, kind }) => {
      const inverter = new Inverter();
      for (const document of archive.slice(from, to)) inverter.add(document);
      return { kind, source: memorySource(inverter.part()) };
    })
    .reverse();
  const joined: Files = new Map();
  await joinParts({
    parts,
    strings(kind) {
      const pages = archive.filter((_, at) => at < 48 === (kind === 'closed')).map(foldPage);
      return decodeHeld(
        Buffer.concat(encodeHeld(heldStrings(pages.length, (at) => pages[at]?.blocks ?? []))),
      );
    },
    write: write(joined),
    deflate,
  });
  assert.deepEqual([...joined], [...whole]);
});

test('documents that do not come oldest first are refused', async () => {
  const documents = [article('b.html', { date: '2020-01-02' }), article('a.html', { date: '2020-01-01' })];
  await assert.rejects(
    buildGramIndex(documents, { write: () => undefined }),
    /Unexpected document of 2020-01-01 after 2020-01-02, expected oldest first/,
  );
});

test('an archive of no articles has an index that answers', async () => {
  const engine = openFiles(await indexOf([]));
  const { total, exact, hits, months } = await engine.search('手机');
  assert.deepEqual({ total, exact, hits, months }, { total: 0, exact: true, hits: [], months: [] });
});

test('postings that fill several chunks come back whole', async () => {
  const many = Array.from({ length: 9000 }, (_, i) =>
    article(`2019/05/${i}.html`, {
      date: '2019-05-01',
      passages: [i % 7 === 0 ? '甲乙丙丁甲乙' : `甲乙${'戊己庚辛'.repeat(i % 5)}甲乙`],
    }),
  );
  const files = await indexOf(many);
  const root = await decodeRoot(files.get('search/root.bin') ?? new Uint8Array());
  const pieces = root.segments[0]?.firstKeys.filter((key) => key === '甲乙');
  assert.ok(pieces && pieces.length > 1);
  const engine = openFiles(files);
  const found = await engine.candidates('甲乙');
  assert.equal(found.documents.length, 9000);
  assert.equal(found.exact, true);
  const rare = await engine.candidates('"乙丙丁"');
  assert.deepEqual(
    [...rare.documents],
    many.flatMap((_, i) => (i % 7 === 0 ? [i] : [])),
  );
});

test('paths are found in the root and in blocks alike', async () => {
  for (const [count, id] of [
    [1200, (i: number) => `${i}`],
    [3000, (i: number) => (i * 2654435761).toString(36)],
  ] as const) {
    const documents = Array.from({ length: count }, (_, i) =>
      article(`2019/05/${id(i)}.html`, {
        date: `2019-05-${String(1 + Math.floor((i * 31) / count)).padStart(2, '0')}`,
      }),
    );
    const files = await indexOf(documents);
    assert.equal(
      [...files.keys()].some((name) => name.includes('/paths-')),
      count > 2000,
    );
    assert.deepEqual(
      await openFiles(files).locate(documents.map((_, i) => i)),
      documents.map(({ path, date }) => ({ path, date })),
    );
  }
});

test('the index of any archive tells path and date of every document', async () => {
  const date = fc.constantFrom('', '2018-02-28', '2019-01-01', '2019-01-31', '2020-06-05', '2020-06-06');
  const path = fc.constantFrom('18089', 'a b', '/x', 'ü', '');
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(date, path), { minLength: 1, maxLength: 20 }), async (rows) => {
      const documents = rows
        .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
        .map(([day, id], i) =>
          article(i % 3 ? `${day.slice(0, 4)}/${day.slice(5, 7)}/${id}.html` : `${id}${i}`, { date: day }),
        );
      const engine = openFiles(await indexOf(documents));
      assert.deepEqual(
        await engine.locate(documents.map((_, i) => i)),
        documents.map(({ path, date }) => ({ path, date })),
      );
    }),
  );
});
