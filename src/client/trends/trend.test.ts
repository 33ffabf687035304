import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { trendOf } from './trend.ts';
import { readTrendState, type TrendState, writeTrendState } from './trend-state.ts';

const archive = [
  { month: '', of: 2 },
  { month: '2012-11', of: 10 },
  { month: '2013-01', of: 20 },
  { month: '2013-02', of: 40 },
];
const word = (...counts: number[]) => ({
  months: archive.map(({ month, of }, at) => ({ month, of, count: counts[at] ?? 0 })),
});
const state = (search: string) => readTrendState(search);

test('a trend is a share of the articles of each month, with a gap where there are none', () => {
  const { unit, periods, lines, undated } = trendOf(archive, [word(1, 5, 2, 4)], state(''));
  assert.equal(unit, 'month');
  assert.deepEqual(periods, [
    { key: '2012-11', of: 10 },
    { key: '2012-12', of: 0 },
    { key: '2013-01', of: 20 },
    { key: '2013-02', of: 40 },
  ]);
  assert.deepEqual(lines, [{ counts: [5, 0, 2, 4], values: [0.5, null, 0.1, 0.1] }]);
  assert.equal(undated, 2);
});

test('by year its months are counted together, and numbers are numbers', () => {
  const { periods, lines } = trendOf(archive, [word(0, 5, 2, 4)], state('?by=year&as=count'));
  assert.deepEqual(
    periods.map(({ key, of }) => [key, of]),
    [
      ['2012', 10],
      ['2013', 60],
    ],
  );
  assert.deepEqual(lines[0]?.values, [5, 6]);
});

test('a long archive is drawn by year unless another is asked for', () => {
  const long = [...archive, { month: '2017-01', of: 1 }];
  assert.equal(trendOf(long, [], state('')).unit, 'year');
  assert.equal(trendOf(long, [], state('?by=month')).unit, 'month');
  assert.equal(trendOf(long, [], state('?from=2013')).unit, 'year');
  assert.equal(trendOf(long, [], state('?from=2013&to=2013')).unit, 'month');
});

test('an average of shares counts articles, not months: three months in the middle, what there is at the ends', () => {
  const { lines } = trendOf(archive, [word(0, 5, 2, 4)], state('?smooth=3'));
  assert.deepEqual(lines[0]?.values, [5 / 10, null, 6 / 60, 6 / 60]);
  const counts = trendOf(archive, [word(0, 5, 2, 4)], state('?smooth=3&as=count'));
  assert.deepEqual(counts.lines[0]?.values, [2.5, null, 2, 3]);
});

test('a year that is not there whole, at an end of the archive or of the range, is told of; months are not', () => {
  const parts = [
    { year: '2012', from: '11', to: '12' },
    { year: '2013', from: '01', to: '02' },
  ];
  assert.deepEqual(trendOf(archive, [], state('?by=year')).parts, parts);
  assert.deepEqual(trendOf(archive, [], state('?by=year&from=2013')).parts, parts.slice(1));
  assert.deepEqual(trendOf(archive, [], state('?by=month')).parts, []);
});

test('a range is counted to the month, also by year', () => {
  const { periods, lines } = trendOf(archive, [word(0, 5, 2, 4)], state('?from=2013-02&by=year'));
  assert.deepEqual(periods, [{ key: '2013', of: 40 }]);
  assert.deepEqual(lines[0]?.counts, [4]);
  assert.deepEqual(trendOf(archive, [word(0)], state('?from=2020')).periods, []);
});

test('stray dates are told of instead of drawn', () => {
  const stray = [{ month: '0001-01', of: 1 }, ...archive.slice(1), { month: '9999-12', of: 3 }];
  for (const by of ['month', 'year']) {
    const { periods, outside } = trendOf(stray, [], state(`?by=${by}`));
    assert.ok(periods.length < 10, by);
    assert.equal(outside, 4);
  }
  assert.deepEqual(trendOf(stray, [], state('?to=0001')).periods, [{ key: '0001-01', of: 1 }]);
});

test('no value is anything but a share, whatever is counted', () => {
  const months = fc.uniqueArray(
    fc.record({
      month: fc.constantFrom('', '0001-01', '2012-12', '2013-01', '2013-02', '9999-12'),
      of: fc.nat(30),
      count: fc.nat(30),
    }),
    { selector: ({ month }) => month },
  );
  const questions = fc.constantFrom('', '?by=year', '?smooth=13', '?smooth=5&as=count', '?from=2013');
  fc.assert(
    fc.property(months, questions, (found, question) => {
      const sorted = found
        .map((one) => ({ ...one, count: Math.min(one.count, one.of) }))
        .sort((a, b) => (a.month < b.month ? -1 : 1));
      const { lines, periods } = trendOf(sorted, [{ months: sorted }], state(question));
      // The months of a year add up.
      const most = question.includes('count') ? sorted.reduce((sum, { of }) => sum + of, 0) : 1;
      for (const { values } of lines) {
        assert.equal(values.length, periods.length);
        for (const value of values) assert.ok(value === null || (value >= 0 && value <= most));
      }
    }),
  );
});

test('the whole question stands in the address, and what makes no sense there is left out', () => {
  const asked: TrendState = {
    q: '微信,/a b/,“甲、乙”',
    by: 'year',
    as: 'count',
    smooth: 5,
    from: '2012',
    to: '2013-02',
  };
  assert.deepEqual(readTrendState(writeTrendState(asked)), asked);
  assert.equal(writeTrendState(readTrendState('')), '');
  assert.deepEqual(readTrendState('?by=day&as=x&smooth=4&from=13&to=2013-13'), readTrendState(''));
  assert.deepEqual(readTrendState('?from=2014&to=2012-05'), readTrendState('?from=2012-05&to=2014'));
  assert.equal(readTrendState(`?q=${'长'.repeat(9999)}`).q.length, 1500);
});
