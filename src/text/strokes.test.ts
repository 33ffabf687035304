import assert from 'node:assert/strict';
import { test } from 'node:test';
import { strokesOf } from './strokes.ts';

test('characters have their number of strokes, what is not in the table has none', () => {
  assert.deepEqual(Array.from('一丁王刘李陈曾龚欧阳', strokesOf), [1, 2, 4, 6, 7, 7, 12, 11, 8, 6]);
  assert.deepEqual(['葉', 'A', '', '王王', '𠮷'].map(strokesOf), [0, 0, 0, 0, 0]);
});
