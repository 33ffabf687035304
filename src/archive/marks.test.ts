import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Reading } from '../types.ts';
import { entryMarks, rowMarks } from './marks.ts';
import { archiveOf, readingOf, timeOf } from './testing.ts';

const first = (marks: typeof rowMarks, fields: Partial<Reading>) =>
  marks(archiveOf([readingOf('1.md', { id: '1', time: timeOf('2013-08-01'), ...fields })]))[0];

test('the mark of a row differs where the row does, and only there', () => {
  const own = first(rowMarks, {});
  assert.equal(first(rowMarks, { digest: 'another', summary: '别的。', tags: ['机房'] }), own);
  const others = [{ title: '别的' }, { author: '林一' }, { id: '2' }, { time: timeOf('2013-08-02') }];
  assert.equal(new Set([own, ...others.map((fields) => first(rowMarks, fields))]).size, 5);
});

test('the mark of an article differs where its bytes, place or topics do', () => {
  const own = first(entryMarks, {});
  const others = [{ digest: 'another' }, { id: '2' }, { tags: ['机房'] }, { file: '2.md' }];
  assert.equal(new Set([own, ...others.map((fields) => first(entryMarks, fields))]).size, 5);
});
