import assert from 'node:assert/strict';
import { test } from 'node:test';
import { archiveOf, readingOf, timeOf } from '../archive/testing.ts';
import * as zhHans from '../locales/zh-Hans.ts';
import { groupTimeline, monthSpans, spark, timeline, yearSpans } from './timeline.ts';

const of = (...dates: string[]) =>
  yearSpans(archiveOf(dates.map((date, at) => readingOf(`${at}.md`, { time: timeOf(date) }))).counts);

test('each year shows its months in proportion to the fullest of all; years without articles are gaps', () => {
  assert.deepEqual(of('2011-01-02', '2013-12-01', '2013-12-02', '2013-03-09'), [
    { label: '2011', href: '2011/index.html', count: 1, width: 48, path: 'M0 100v-50h3v50' },
    { label: '2012', href: '', count: 0, width: 48, path: '' },
    {
      label: '2013',
      href: '2013/index.html',
      count: 3,
      width: 48,
      path: 'M8 100v-50h3v50M44 100v-100h3v100',
    },
  ]);
});

test('an archive of one year shows the days of its months', () => {
  const spans = monthSpans('2013', [
    ['2013-03-01', 1],
    ['2013-03-31', 2],
    ['2013-12-02', 1],
  ]);
  assert.equal(spans.length, 12);
  assert.deepEqual(
    spans.filter(({ count }) => count > 0),
    [
      {
        label: '3',
        href: '2013/03/index.html',
        count: 3,
        width: 124,
        path: 'M0 100v-50h3v50M120 100v-100h3v100',
      },
      { label: '12', href: '2013/12/index.html', count: 1, width: 124, path: 'M4 100v-50h3v50' },
    ],
  );
});

test('a stray date long ago does not make a thousand years, and an archive without dates makes none', () => {
  assert.deepEqual(
    of('0001-01-01', '2013-01-01').map(({ label }) => label),
    ['2013'],
  );
  assert.deepEqual(yearSpans([]), []);
});

test('a stray late date does not empty the timeline, nor do its months flatten it', () => {
  assert.deepEqual(
    of('2012-01-01', '2012-02-01', '2013-01-01', '9999-01-01', '9999-01-02').map(({ label, path }) => [
      label,
      path,
    ]),
    [
      ['2012', 'M0 100v-100h3v100M4 100v-100h3v100'],
      ['2013', 'M0 100v-100h3v100'],
    ],
  );
});

test('a line of shares reaches its box’s top at the largest, and is broken where nothing is known', () => {
  assert.deepEqual(spark([0, 0.25, null, 0.5]), { path: 'M0 20L6 10M18 0', width: 18 });
  assert.deepEqual(spark([0]), { path: 'M0 20', width: 6 });
});

test('a group has its years, each leading to where they begin; one of a single month has none', () => {
  const { counts } = archiveOf(
    ['2012-05-01', '2012-06-01'].map((date, at) => readingOf(`${at}.md`, { time: timeOf(date) })),
  );
  const line = groupTimeline(counts, (year) => `a.html#y-${year}`, zhHans);
  assert.deepEqual(
    line?.spans.map(({ label, href, count }) => [label, href, count]),
    [['2012', 'a.html#y-2012', 2]],
  );
  const [{ months = [], ...year } = { year: '2012', count: 1 }] = counts;
  assert.equal(groupTimeline([{ ...year, months: months.slice(0, 1) }], String, zhHans), null);
  assert.equal(groupTimeline([], String, zhHans), null);
});

test('counts stand upright on a narrow page where each has room below its year', () => {
  const upright = (count: number, years: number): boolean =>
    timeline('years', '', Array(years).fill({ label: '2011', href: '', count, width: 48, path: '' }), zhHans)
      .isUpright;
  assert.deepEqual(
    [upright(9, 20), upright(99, 20), upright(99, 30), upright(999, 20), upright(1000, 8), upright(1000, 9)],
    [true, true, false, false, true, false],
  );
});
