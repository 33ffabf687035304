import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { numberedPages, PAGE_SIZE } from './paging.ts';

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
