import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { byLetter } from './author-letters.ts';

const named = (...names: string[]) => names.map((name) => ({ name }));
const lines = (...names: string[]) =>
  byLetter(named(...names)).map(({ letter, item, pinyin }) => [letter, item.name, pinyin].join(' ').trim());

test('Chinese names stand by pinyin under their letters, a surname by its own reading, Latin names after them', () => {
  assert.deepEqual(lines('Seth', '单田芳', '曾国藩', 'sk', '沈从文', 'Ankush', '阿城', '解缙'), [
    'A 阿城 a cheng',
    'A Ankush',
    'S 单田芳 shan|dan tian fang',
    'S 沈从文 shen cong wen',
    'S Seth',
    'S sk',
    'X 解缙 xie|jie jin',
    'Z 曾国藩 zeng|ceng guo fan',
  ]);
});

test('traditional characters are read like the simplified ones', () => {
  assert.deepEqual(lines('單雄信', '葉聖陶'), ['S 單雄信 shan|dan xiong xin', 'Y 葉聖陶 ye sheng tao']);
});

test('names without a letter come last', () => {
  assert.deepEqual(lines('360', 'Ωmega', 'Émile', '！', 'Zoe'), [
    'E Émile',
    'Z Zoe',
    '# ！',
    '# 360',
    '# Ωmega',
  ]);
});

test('whatever names are called, each is there once, and the order does not depend on that of the list', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string({ unit: 'binary', minLength: 1, maxLength: 6 })), (names) => {
      const sorted = byLetter(named(...names)).map(({ item }) => item.name);
      assert.deepEqual([...sorted].sort(), [...names].sort());
      assert.deepEqual(
        byLetter(named(...names.toReversed())).map(({ item }) => item.name),
        sorted,
      );
    }),
  );
});
