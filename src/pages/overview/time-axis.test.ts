import assert from 'node:assert/strict';
import { test } from 'node:test';
import { timeAxis } from './time-axis.ts';

const year = (name: string, ...months: string[]) => ({
  year: name,
  count: months.length * 20,
  months: months.map((month) => ({ month, count: 20 })),
});
const archive = [year('2012', '09', '12'), year('2013', '02'), year('2014', '01')];

test('by year the ends of an archive that begins in September and ends in January are parts of years', () => {
  assert.deepEqual(timeAxis(archive, { monthsUpTo: 2, most: 60 }).parts, [
    { year: '2012', from: '09', to: '12' },
    { year: '2014', from: '01', to: '01' },
  ]);
});

test('by month there are no parts of years, nor in an archive without dates', () => {
  assert.deepEqual(timeAxis(archive, { monthsUpTo: 20, most: 60 }).parts, []);
  assert.deepEqual(timeAxis([], { monthsUpTo: 2, most: 60 }).parts, []);
});
