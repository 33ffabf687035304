import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { archiveOf, readingOf, timeOf } from '../archive/testing.ts';
import * as zhHans from '../locales/zh-Hans.ts';
import { bars, archiveChart as chartOf, groupBars } from './chart.ts';

/** The chart of an archive with an article on each of some days. */
const archiveChart = (...days: string[]) =>
  chartOf(archiveOf(days.map((day, at) => readingOf(`${at}.md`, { time: timeOf(day) }))).counts, zhHans);

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

test('an archive of several years has a bar a year, gaps included', () => {
  const { kind, bars: made } = archiveChart('2011-01-01', '2013-01-01', '2013-02-01');
  assert.equal(kind, 'years');
  assert.deepEqual(
    made.map(({ label, count, href }) => [label, count, href]),
    [
      ['2011', 1, '2011/index.html'],
      ['2012', 0, null],
      ['2013', 2, '2013/index.html'],
    ],
  );
});

test('an archive of one year has a bar a month', () => {
  const { kind, bars: made } = archiveChart('2013-08-01', '2013-08-02');
  assert.equal(kind, 'months');
  assert.equal(made.length, 12);
  assert.deepEqual(
    made.filter(({ count }) => count).map(({ label, href }) => [label, href]),
    [['8 月', '2013/08/index.html']],
  );
});

test('a stray date long ago does not make a thousand bars', () => {
  const { bars: made } = archiveChart('1900-01-01', '2013-01-01');
  assert.equal(made.length, 60);
  assert.equal(made.at(-1)?.label, '2013');
});

test('an archive without dates, or a group of one year, has no chart', () => {
  assert.deepEqual(archiveChart().bars, []);
  assert.deepEqual(groupBars([{ year: '2013', count: 3 }], String), []);
  assert.deepEqual(groupBars([], String), []);
});
