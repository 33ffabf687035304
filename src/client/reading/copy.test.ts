import assert from 'node:assert/strict';
import { test } from 'node:test';
import { localDate } from '../shared/local-date.ts';
import { withAccessDate } from './copy.ts';

test('the day of citing follows the date of publication', () => {
  assert.equal(
    withAccessDate('开眼二郎. 题名[EB/OL]. (2013-08-01) https://example.org/1.', '2026-11-22'),
    '开眼二郎. 题名[EB/OL]. (2013-08-01)[2026-11-22]. https://example.org/1.',
  );
});

test('a reference without a date or an address gets the day of citing all the same', () => {
  assert.equal(
    withAccessDate('佚名. 题名[EB/OL]. https://example.org/1.', '2026-11-22'),
    '佚名. 题名[EB/OL]. [2026-11-22]. https://example.org/1.',
  );
  assert.equal(
    withAccessDate('佚名. 谈 [EB/OL]. 标识[EB/OL]. (2013-08-01)', '2026-11-22'),
    '佚名. 谈 [EB/OL]. 标识[EB/OL]. (2013-08-01)[2026-11-22].',
  );
});

test('BibTeX stays as it is', () => {
  const text = '@online{jiuwen-1,\n  date = {2013-08-01}\n}';
  assert.equal(withAccessDate(text, '2026-11-22'), text);
});

test('the day is that of the reader’s calendar', () => {
  assert.equal(localDate(new Date(2026, 0, 2, 23, 59)), '2026-01-02');
});
