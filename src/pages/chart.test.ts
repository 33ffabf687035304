import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { bars, groupBars } from './chart.ts';

test('bars stand on the ground, the fullest is 100 high, the others in proportion', () => {
  const made = bars([200, 100, 0].map((count) => ({ label: String(count), href: null, count })));
  assert.deepEqual(
    made.map(({ height }) => height),
    [100, 50, 0],
  );
});

test('one article among thousands stays visible, nothing shows as nothing', () => {
  const made = bars([100_000, 1, 0].map((count) => ({ label: '', href: null, count })));
  assert.deepEqual(
    made.map(({ height }) => height),
    [100, 4, 0],
  );
});

test('whatever is counted, every bar lies in its box', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(1e6), { maxLength: 60 }), (counts) => {
      for (const { height, count } of bars(counts.map((count) => ({ label: '', href: null, count })))) {
        assert.ok(height <= 100, `${count}: ${height}`);
        assert.equal(height > 0, count > 0);
      }
    }),
  );
});

const years = (...counts: [year: string, count: number][]) =>
  groupBars(
    counts.map(([year, count]) => ({ year, count })),
    (year) => `of ${year}`,
  );

test('a group of several years has a bar a year, gaps included', () => {
  assert.deepEqual(
    years(['2011', 1], ['2013', 2]).map(({ label, count, href }) => [label, count, href]),
    [
      ['2011', 1, 'of 2011'],
      ['2012', 0, null],
      ['2013', 2, 'of 2013'],
    ],
  );
});

test('a stray date long ago does not make a thousand bars', () => {
  const made = years(['1900', 1], ['2013', 1]);
  assert.equal(made.length, 60);
  assert.equal(made.at(-1)?.label, '2013');
});

test('a group of one year, or without dates, has no chart', () => {
  assert.deepEqual(groupBars([{ year: '2013', count: 3 }], String), []);
  assert.deepEqual(groupBars([], String), []);
});
