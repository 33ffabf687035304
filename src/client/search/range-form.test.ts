import assert from 'node:assert/strict';
import test from 'node:test';
import { monthOf } from './range-form.ts';

const TYPED: [typed: string, expected: string][] = [
  ['2013', '2013'],
  [' 2013年 ', '2013'],
  ['2013-8', '2013-08'],
  ['2013/08', '2013-08'],
  ['２０１３年８月', '2013-08'],
  ['201308', '2013-08'],
  ['', ''],
  ['很久以前', '很久以前'],
];
for (const [typed, expected] of TYPED)
  test(`«${typed}» is read as «${expected}»`, () => assert.equal(monthOf(typed), expected));
