import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Reading } from '../types.ts';
import { archiveOf, readingOf, timeOf } from './testing.ts';

const archiveWith = (fields: Partial<Reading>) =>
  archiveOf([readingOf('1.md', { id: '1', time: timeOf('2013-08-01'), ...fields })]);
const rowKey = (fields: Partial<Reading>) => archiveWith(fields).rowKeys[0];
const entryKey = (fields: Partial<Reading>) => archiveWith(fields).entries[0]?.key;

test('the key of a row differs where the row does, and only there', () => {
  const own = rowKey({});
  assert.equal(rowKey({ hash: 'another', summary: '别的。', tags: ['机房'] }), own);
  const others = [{ title: '别的' }, { author: '林一' }, { id: '2' }, { time: timeOf('2013-08-02') }];
  assert.equal(new Set([own, ...others.map((fields) => rowKey(fields))]).size, 5);
});

test('the key of an article differs where its bytes, place or topics do', () => {
  const own = entryKey({});
  const others = [{ hash: 'another' }, { id: '2' }, { tags: ['机房'] }, { file: '2.md' }];
  assert.equal(new Set([own, ...others.map((fields) => entryKey(fields))]).size, 5);
});
