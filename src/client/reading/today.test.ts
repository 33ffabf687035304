import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayBits } from '../../pages/day-bits.ts';
import { hasDay } from './today.ts';

test('the browser reads the days that the build wrote, and no others', () => {
  const days = ['01-01', '02-29', '08-01', '12-31'];
  const bits = dayBits(days);
  const found: string[] = [];
  for (let month = 1; month <= 12; month++)
    for (let day = 1; day <= 31; day++)
      if (hasDay(bits, month, day))
        found.push(`${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
  assert.deepEqual(found, days);
  assert.equal(bits.length, 93);
});
