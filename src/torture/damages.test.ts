import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lostHan } from './own-damages.ts';

test('Han text that is shown in pieces or told in a line is not lost', () => {
  assert.deepEqual(
    lostHan('机房的**灯**一直亮着 <!-- 编者的话 -->', ['机房的灯一直亮着', 'removed «编者的话»']),
    [],
  );
});

test('Han text that stands nowhere is lost, though its characters do', () => {
  assert.deepEqual(lostHan('灯亮着。着亮灯。', ['灯亮着。']), ['着亮灯']);
});
