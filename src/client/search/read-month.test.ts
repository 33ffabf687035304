import assert from 'node:assert/strict';
import test from 'node:test';
import { readMonth } from './read-month.ts';

const TYPED: [typed: string, expected: string][] = [
  ['2013', '2013'],
  [' 2013年 ', '2013'],
  ['2013-8', '2013-08'],
  ['2013/08', '2013-08'],
  ['２０１３年８月', '2013-08'],
  ['2013 年 12 月', '2013-12'],
  ['201308', '2013-08'],
  ['', ''],
];
for (const [typed, value] of TYPED)
  test(`«${typed}» is read as «${value}»`, () => assert.deepEqual(readMonth(typed), { value, fault: '' }));

const WRONG: [typed: string, named: RegExp][] = [
  ['很久以前', /「很久以前」/],
  ['2013-', /「2013-」/],
  ['13-08', /「13-08」/],
  ['201', /「201」/],
  ['2013-13', /没有 13 月/],
  ['2013-00', /没有 0 月/],
  ['2013-02-30', /2013 年 2 月没有 30 日/],
  ['2023-02-29', /2023 年 2 月没有 29 日/],
  ['2024-02-29', /2024-02/],
  ['20130815', /2013-08/],
  ['9'.repeat(50), /9/],
];
for (const [typed, named] of WRONG)
  test(`what is wrong with «${typed.slice(0, 12)}» is named`, () => {
    const { value, fault } = readMonth(typed);
    assert.equal(value, '');
    assert.match(fault, named);
  });
