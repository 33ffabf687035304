import assert from 'node:assert/strict';
import test from 'node:test';
import { isReversed } from './range-form.ts';

test('a range is reversed where no month is in it', () => {
  for (const [from, to, expected] of [
    ['2015', '2013', true],
    ['2013-09', '2013-08', true],
    ['2013-09', '2013', false],
    ['2013', '2013-01', false],
    ['2013-01', '2013-01', false],
    ['2013', '', false],
    ['', '2013', false],
  ] as const)
    assert.equal(isReversed({ from, to }), expected, `${from} to ${to}`);
});
