import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { nearBegins, numberedPages, PAGE_SIZE } from './paging.ts';

const positions = (count: number) => Array.from({ length: count }, (_, at) => at);

test('pages are numbered from the oldest article, none is empty, the last may be short', () => {
  assert.deepEqual(numberedPages([]), []);
  const pages = numberedPages(positions(PAGE_SIZE + 1));
  assert.deepEqual(
    pages.map(({ number, positions }) => [number, positions.length]),
    [
      [1, PAGE_SIZE],
      [2, 1],
    ],
  );
});

test('newer articles never move an older one to another page', () => {
  const count = fc.nat(5 * PAGE_SIZE);
  fc.assert(
    fc.property(count, count, (older, newer) => {
      const pageOf = (total: number) =>
        new Map(
          numberedPages(positions(total)).flatMap((page) => page.positions.map((at) => [at, page.number])),
        );
      const [before, after] = [pageOf(older), pageOf(older + newer)];
      for (const [at, number] of before) assert.equal(after.get(at), number);
      assert.equal(after.size, older + newer);
    }),
  );
});

test('a page of a thousand leads to the first, to those beside it and to some between, and one of sixteen to all', () => {
  const begins = (count: number) => Array.from({ length: count }, (_, at) => ({ number: at + 1, from: '' }));
  const numbers = (count: number, current: number) =>
    nearBegins(begins(count), current).map(({ number }) => number);
  assert.deepEqual(
    numbers(16, 3),
    positions(16).map((at) => at + 1),
  );
  assert.deepEqual(numbers(1000, 345), [1, 200, 343, 344, 345, 346, 347, 400, 600, 800, 1000]);
  assert.deepEqual(numbers(45, 0), [1, 10, 20, 30, 40, 43, 44, 45]);
  assert.deepEqual(numbers(150, 50), [1, 20, 40, 48, 49, 50, 51, 52, 60, 80, 100, 120, 140]);
  assert.equal(nearBegins(begins(45), 3, 45).at(-1)?.number, 45);
  fc.assert(
    fc.property(fc.integer({ min: 17, max: 20_000 }), fc.nat(20_000), (count, place) => {
      const current = (place % count) + 1;
      const shown = numbers(count, current);
      assert.ok(shown.length <= 16, `${shown.length}`);
      for (const near of [1, current - 1, current, current + 1])
        assert.ok(near < 1 || near > count || shown.includes(near), `${near} of ${count} from ${current}`);
    }),
  );
});
