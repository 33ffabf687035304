import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Reading } from '../types.ts';
import { rowMarks } from './marks.ts';
import { archiveOf, readingOf, timeOf } from './testing.ts';

const archiveWith = (fields: Partial<Reading>) =>
  archiveOf([readingOf('1.md', { id: '1', time: timeOf('2013-08-01'), ...fields })]);
const rowMark = (fields: Partial<Reading>) => rowMarks(archiveWith(fields))[0];
const entryMark = (fields: Partial<Reading>) => archiveWith(fields).entries[0]?.mark;

test('the mark of a row differs where the row does, and only there', () => {
  const own = rowMark({});
  assert.equal(rowMark({ digest: 'another', summary: '别的。', tags: ['机房'] }), own);
  const others = [{ title: '别的' }, { author: '林一' }, { id: '2' }, { time: timeOf('2013-08-02') }];
  assert.equal(new Set([own, ...others.map((fields) => rowMark(fields))]).size, 5);
});

test('the mark of an article differs where its bytes, place or topics do', () => {
  const own = entryMark({});
  const others = [{ digest: 'another' }, { id: '2' }, { tags: ['机房'] }, { file: '2.md' }];
  assert.equal(new Set([own, ...others.map((fields) => entryMark(fields))]).size, 5);
});
