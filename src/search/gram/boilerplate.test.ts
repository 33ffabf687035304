import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { boilerplateOf } from './boilerplate.ts';
import { Inverter } from './invert.ts';
import { memorySource, PartReader } from './part.ts';
import { article, indexOf, openFiles } from './testing.ts';

const FOOTER = '本站文章谢绝转载，关注前端就来灯下。';
const filters = { boilerplate: 'no' };
const days = (number: number) => `20${10 + (number % 9)}-01-0${1 + (number % 5)}`;

/** Thirty articles with a footer, which two of them are really about. */
const ARCHIVE = Array.from({ length: 30 }, (_, at) =>
  article(`${at}.html`, {
    date: days(at),
    passages: [at % 15 === 0 ? `第 ${at} 篇专讲前端。` : `第 ${at} 篇说灯。`, FOOTER],
  }),
).sort((a, b) => (a.date < b.date ? -1 : 1));

test('what stands only in a line below every article is no match where boilerplate is left out', async () => {
  const engine = openFiles(await indexOf(ARCHIVE));
  const all = await engine.search('前端', { limit: 30 });
  assert.deepEqual([all.total, all.exact, all.inBoilerplate], [30, true, true]);
  const left = await engine.search('前端', { filters, limit: 30, readUpTo: 60 });
  assert.deepEqual(left.hits.map(({ path }) => path).sort(), ['0.html', '15.html']);
  assert.equal(left.inBoilerplate, false);
  assert.deepEqual([left.total, left.exact], [2, true]);
});

test('a word to be avoided may stand in boilerplate that is left out', async () => {
  const engine = openFiles(await indexOf(ARCHIVE));
  assert.equal((await engine.search('灯 -前端')).total, 0);
  const left = await engine.search('灯 -前端', { filters, limit: 30, readUpTo: 60 });
  assert.deepEqual([left.hits.length, left.total, left.exact], [28, 28, true]);
});

test('the first and the last mention are not those of boilerplate that is left out', async () => {
  const dated = ARCHIVE.map((one, at) => ({
    ...one,
    path: `${at}.html`,
    date: `2015-03-${10 + at}`.slice(0, 10),
    passages: at === 3 ? ['前端', FOOTER] : [FOOTER],
  }));
  const engine = openFiles(await indexOf(dated.slice(0, 8)));
  assert.equal((await engine.aside('前端')).first?.path, '0.html');
  const { first, last } = await engine.aside('前端', { filters });
  assert.deepEqual([first?.path, last?.path], ['3.html', '3.html']);
});

test('a title that is found is shown with the first passage that counts', async () => {
  const titled = article('titled.html', {
    date: '2022-01-01',
    title: '紫藤',
    passages: [FOOTER, '正文在此。'],
  });
  const engine = openFiles(await indexOf([...ARCHIVE, titled]));
  const { hits } = await engine.search('紫藤', { filters });
  assert.deepEqual(
    hits.map(({ excerpts }) => excerpts.map(({ text }) => text)),
    [['正文在此。']],
  );
});

test('nothing is offered to be left out where an archive repeats nothing, or too little', async () => {
  const some = ARCHIVE.map((one, at) => (at < 4 ? one : { ...one, passages: ['前端', `第 ${at} 篇`] }));
  const unlike = some.map((one, at) => ({ ...one, passages: [...one.passages.slice(1), `前端之${at}`] }));
  assert.equal((await openFiles(await indexOf(unlike)).search('前端')).inBoilerplate, false);
});

/** Parts of some lengths, over documents of which each has some of the passages. */
test('boilerplate is what more than a twentieth of all documents have, however they are cut into parts', () =>
  fc.assert(
    fc.property(
      fc.array(fc.subarray(['甲', '乙', '丙', '丁', '戊']), { minLength: 1, maxLength: 120 }),
      fc.integer({ min: 1, max: 40 }),
      (documents, size) => {
        const parts = [];
        const missed = new Map<string, number>();
        const counts = new Map<string, number>();
        for (let from = 0; from < documents.length; from += size) {
          const inverter = new Inverter();
          const own = documents.slice(from, from + size);
          own.forEach((passages, at) => {
            inverter.add(article(`${from + at}`, { passages: [...passages, ...passages] }));
          });
          for (const passage of ['甲', '乙', '丙', '丁', '戊']) {
            const here = own.filter((passages) => passages.includes(passage)).length;
            counts.set(passage, (counts.get(passage) ?? 0) + here);
            if (here === 1) missed.set(passage, (missed.get(passage) ?? 0) + 1);
          }
          parts.push(new PartReader(memorySource(inverter.part())).repeated);
        }
        const least = Math.max(5, Math.floor(documents.length * 0.05) + 1);
        const expected = [...counts].filter(([key, count]) => count - (missed.get(key) ?? 0) >= least).length;
        assert.equal(boilerplateOf(parts, documents.length).length, expected);
      },
    ),
  ));

test('what an article says outweighs what boilerplate says below every article', async () => {
  const footer = '更多前端文章';
  const documents = Array.from({ length: 12 }, (_, i) =>
    article(`${i}.html`, {
      date: `2020-01-${String(i + 1).padStart(2, '0')}`,
      passages: [i === 3 ? '说说前端' : `说说${i}`, footer],
    }),
  );
  const { hits } = await openFiles(await indexOf(documents)).search('前端');
  assert.equal(hits[0]?.path, '3.html');
});

test('places in boilerplate are not shown where it is left out', async () => {
  const documents = Array.from({ length: 6 }, (_, i) =>
    article(`${i}.html`, { passages: [`前端 ${i}`, '更多前端文章'] }),
  );
  const engine = openFiles(await indexOf(documents));
  assert.equal((await engine.occurrences('前端', '3.html')).length, 2);
  const left = await engine.occurrences('前端', '3.html', { boilerplate: 'no' });
  assert.deepEqual(
    left.map(({ passage }) => passage),
    [0],
  );
});
