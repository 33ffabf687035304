import assert from 'node:assert/strict';
import { test } from 'node:test';
import { archiveOf, readingOf, timeOf } from './testing.ts';

const archive = archiveOf([
  readingOf('undated.md'),
  ...['2011-12-31', '2013-08-01', '2013-08-01', '2013-12-31', '2014-01-02'].map((day, at) =>
    readingOf(`${at}.md`, { time: timeOf(day) }),
  ),
]);

test('left to the archive, sources stand beside their pages up to 2,000 articles', () => {
  const readings = Array.from({ length: 2001 }, (_, at) => readingOf(`${at}.md`));
  const hasTwins = (count: number, twins: 'auto' | 'on' | 'off' = 'auto') =>
    archiveOf(readings.slice(0, count), { twins }).hasTwins;
  assert.deepEqual([hasTwins(2000), hasTwins(2001)], [true, false]);
  assert.deepEqual([hasTwins(2001, 'on'), hasTwins(1, 'off')], [true, false]);
});

test('articles are counted by year and month; the undated one counts in the whole only', () => {
  assert.deepEqual(archive.counts, [
    { year: '2011', count: 1, months: [{ month: '12', count: 1 }] },
    {
      year: '2013',
      count: 3,
      months: [
        { month: '08', count: 2 },
        { month: '12', count: 1 },
      ],
    },
    { year: '2014', count: 1, months: [{ month: '01', count: 1 }] },
  ]);
  assert.deepEqual(archive.reach, { span: '2011–2014', articles: 6 });
  assert.deepEqual(archiveOf([]).reach, { span: '', articles: 0 });
});

test('some articles are counted by year without those that have none', () => {
  assert.deepEqual(archive.countByYear([0, 1, 2, 5]), [
    { year: '2011', count: 1 },
    { year: '2013', count: 1 },
    { year: '2014', count: 1 },
  ]);
});

test('the calendar has the days of all years in the order of a year', () => {
  assert.deepEqual(
    [...archive.calendar],
    [
      ['01-02', [5]],
      ['08-01', [2, 3]],
      ['12-31', [1, 4]],
    ],
  );
});

test('an article in its place tells by its key who stands around it', () => {
  const keyOf = (days: string[]): string =>
    archiveOf(days.map((day, at) => readingOf(`${at}.md`, { id: day, time: timeOf(day) })))
      .place(1)
      .toJSON();
  const own = keyOf(['2013-01-01', '2013-02-01', '2013-03-01']);
  assert.equal(keyOf(['2013-01-01', '2013-02-01', '2013-03-01', '2013-04-01']), own);
  assert.notEqual(keyOf(['2013-01-01', '2013-02-01']), own);
  assert.notEqual(keyOf(['2013-01-02', '2013-02-01', '2013-03-01']), own);
  assert.throws(() => archive.place(6), RangeError);
});
