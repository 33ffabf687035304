import assert from 'node:assert/strict';
import { test } from 'node:test';
import { timeOf } from '../archive/testing.ts';
import { dayName, grouped, longDate, longTime } from './format.ts';

test('long numbers get a comma every three digits', () => {
  assert.deepEqual([0, 7, 999, 1000, 84_213, 1_000_000].map(grouped), [
    '0',
    '7',
    '999',
    '1,000',
    '84,213',
    '1,000,000',
  ]);
});

test('days are written without leading zeros', () => {
  assert.equal(longDate('2013-08-01'), '2013 年 8 月 1 日');
  assert.equal(dayName('02-29'), '2 月 29 日');
});

test('a time has its clock only where the source had one', () => {
  assert.equal(longTime(timeOf('2013-08-01', '07:11')), '2013 年 8 月 1 日 07:11');
  assert.equal(longTime(timeOf('2013-08-01', null)), '2013 年 8 月 1 日');
});
