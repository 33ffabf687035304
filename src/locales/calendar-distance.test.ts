import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { calendarDistance } from './calendar-distance.ts';
import { around } from './zh-Hans/around.ts';

test('whole months and years are those of the calendar', () => {
  assert.deepEqual(calendarDistance('2013-08-01', '2015-09-04'), {
    years: 2,
    months: 1,
    days: 3,
    total: 764,
  });
  assert.deepEqual(calendarDistance('2015-01-31', '2015-02-28'), { years: 0, months: 1, days: 0, total: 28 });
  assert.deepEqual(calendarDistance('2015-01-31', '2015-03-01'), { years: 0, months: 1, days: 1, total: 29 });
  assert.deepEqual(calendarDistance('2012-02-29', '2013-02-28'), {
    years: 1,
    months: 0,
    days: 0,
    total: 365,
  });
});

test('a distance is said as people say it', () => {
  for (const [from, to, said] of [
    ['2013-08-01', '2013-08-01', '同日'],
    ['2013-08-01', '2013-08-02', '次日'],
    ['2013-08-01', '2013-07-31', '前一日'],
    ['2013-08-01', '2013-08-03', '两天后'],
    ['2013-08-01', '2013-08-08', '一周后'],
    ['2013-08-01', '2013-08-13', '十二天后'],
    ['2013-08-01', '2013-07-18', '两周前'],
    ['2013-08-01', '2013-09-01', '一个月后'],
    ['2013-08-01', '2013-09-12', '一个多月后'],
    ['2013-08-01', '2013-09-29', '近两个月后'],
    ['2013-08-01', '2014-02-02', '半年后'],
    ['2013-08-01', '2014-07-20', '近一年后'],
    ['2013-08-01', '2015-08-10', '两年后'],
    ['2013-08-01', '2015-10-10', '两年多后'],
    ['2013-08-01', '2016-02-01', '两年半后'],
    ['2013-08-01', '2024-07-10', '近十一年后'],
    ['2013-08-01', '1990-08-01', '二十三年前'],
  ] as const)
    assert.equal(around.distance(from, to), said, `${from} ${to}`);
});

test('what is so long after one day is as long before the other', () => {
  const day = fc
    .integer({ min: 0, max: 20_000 })
    .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));
  fc.assert(
    fc.property(day, day, (one, other) => {
      const [there, back] = [around.distance(one, other), around.distance(other, one)];
      if (there === '同日') return assert.equal(one, other);
      if (there === '次日' || there === '前一日') return assert.ok(['次日', '前一日'].includes(back));
      assert.equal(there.slice(0, -1), back.slice(0, -1));
      assert.deepEqual([there.at(-1), back.at(-1)].sort(), ['前', '后'].sort());
    }),
  );
});
