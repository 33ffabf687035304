import assert from 'node:assert/strict';
import test from 'node:test';
import { wordsOf } from './words.ts';

test('words are told apart, once each, without quotation marks and what is not wanted', () => {
  assert.deepEqual(wordsOf('“温度”平台 平台 -阿里 iPhone'), ['温度', '平台', 'iPhone']);
});
