import assert from 'node:assert/strict';
import { test } from 'node:test';
import { locales } from '../locales/index.ts';
import { readArticle } from './read.ts';
import { type Shape, shapes } from './testing/shapes.ts';

const OPTIONS = {
  lineBreaks: 'auto' as const,
  timeZone: 'Asia/Shanghai',
  images: 'ask',
  strings: locales['zh-Hans'].reading,
  cleanOff: [],
} as const;

const SIZE = 8_000;
/** Milliseconds of the processor: what takes less says nothing about how it grows. */
const NOTHING = 150;
/** Growth that is still taken for linear: compilers, caches and garbage count too. */
const LINEAR = 2.6;
const TRIES = 5;

/** Milliseconds of the processor that reading takes: other processes do not count, unlike on a clock. */
function costOf({ text }: Shape): number {
  const bytes = Buffer.from(text);
  const before = process.cpuUsage();
  readArticle(bytes, 'a.md', OPTIONS);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** How many times as much a shape of twice the size costs: the best of several, for nothing but work can make it cost more. */
function growthOf(half: Shape, whole: Shape): number {
  let least = costOf(whole);
  let base = 0;
  for (let tried = 0; tried < TRIES && least > NOTHING; tried++) {
    // Of the half the most, of the whole the least counts: the test is about growth by the square, which both would show.
    base = Math.max(base, costOf(half));
    if (least <= LINEAR * base) return least / base;
    least = Math.min(least, costOf(whole));
  }
  return least > NOTHING ? least / base : 1;
}

/** One in so many: `npm run torture` tries them all. */
const ONE_IN = 6;
const halves = [...shapes(SIZE)].filter((_, at) => at % ONE_IN === 0);
const wholes = [...shapes(2 * SIZE)].filter((_, at) => at % ONE_IN === 0);

test('there are shapes of each kind, each with a name of its own and of the size asked for', () => {
  assert.ok(halves.length >= 40);
  assert.equal(new Set(halves.map(({ name }) => name)).size, halves.length);
  for (const { name, text } of halves)
    assert.ok(text.length > SIZE / 3 && text.length < 3 * SIZE, `${name}: ${text.length}`);
});

test('no article costs more than in step with its length', () => {
  readArticle(Buffer.from('---\ntitle: a\n---\n\n**b** <b>c</b> | d'), 'a.md', OPTIONS);
  const grown = halves.flatMap((half, at) => {
    const growth = growthOf(half, wholes[at] ?? half);
    return growth > LINEAR ? [`${half.name}: ${growth.toFixed(1)} times`] : [];
  });
  assert.deepEqual(grown, []);
});

test('an article that costs too much is a page with all its text, and a line that says so', () => {
  const lost = wholes.flatMap(({ name, text }) => {
    const { article } = readArticle(Buffer.from(text), 'a.md', OPTIONS);
    if (!article?.problems.some(({ message }) => message.includes('shown as plain paragraphs'))) return [];
    const letters = (part: string) => part.replace(/[\s\u0000-\u001f]+/g, '');
    const body = text.slice(text.indexOf('\n---\n') + 5);
    // Invisible characters, blobs and the like are mended in plain paragraphs too, with a repair.
    if (article.repairs.length > 0) return [];
    return letters(article.passages.join('')) === letters(body) ? [] : [name];
  });
  assert.deepEqual(lost, []);
});

test('a page is not many times as large as its article', () => {
  for (const { name, text } of wholes) {
    const { article } = readArticle(Buffer.from(text), 'a.md', OPTIONS);
    const size = article?.html.length ?? 0;
    assert.ok(size <= 40 * text.length, `${name}: ${size} of ${text.length}`);
  }
});
