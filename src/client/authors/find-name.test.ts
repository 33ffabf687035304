import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findable, fits, nameQuery } from './find-name.ts';

const fit = (typed: string, name: string, pinyin = '') => fits(findable(name, pinyin), nameQuery(typed));

test('a name is found by its characters, its pinyin whole or begun, and its initials', () => {
  for (const typed of [
    '王小波',
    '王小',
    'wang',
    'wangxiaobo',
    'wang xiao bo',
    'wxb',
    'wxbo',
    'wangxb',
    'WXB',
    "wang'xiao",
  ])
    assert.ok((fit(typed, '王小波', 'wang xiao bo') ?? 9) < 2, typed);
  for (const typed of ['小波', 'xb', 'bo', 'xiaobo'])
    assert.ok((fit(typed, '王小波', 'wang xiao bo') ?? 0) >= 2, typed);
  for (const typed of ['wb', 'angxiao', 'wxbz', '王波', 'iao'])
    assert.equal(fit(typed, '王小波', 'wang xiao bo'), null, typed);
});

test('a name is found by each way in which its characters are read', () => {
  for (const typed of ['wangzeng', 'wceng', 'wzq', 'wcq'])
    assert.equal(fit(typed, '汪曾祺', 'wang ceng|zeng qi'), 1, typed);
  assert.equal(fit('wszeng', '汪曾祺', 'wang ceng|zeng qi'), null);
});

test('simplified and traditional characters find one another', () => {
  assert.equal(fit('单', '單雄信', 'shan xiong xin'), 0);
  assert.equal(fit('葉聖', '叶圣陶', 'ye sheng tao'), 0);
});

test('ü is found as v, as ü and as u with its dots', () => {
  for (const typed of ['lv', 'lü', 'lu\u0308', 'LÜ']) assert.equal(fit(typed, '吕布', 'lv bu'), 1, typed);
});

test('Latin names are found by words, initials and without accents', () => {
  for (const typed of ['seth', 'Seth K', 'sk', 'sethk'])
    assert.ok((fit(typed, 'Seth Kenlon') ?? 9) < 2, typed);
  assert.equal(fit('kenlon', 'Seth Kenlon'), 2);
  assert.equal(fit('emile', 'Émile Zola'), 1);
});

test('a long name and a long query are compared at once', () => {
  const start = performance.now();
  fit('a'.repeat(5000), '啊'.repeat(5000), 'aaaaaa '.repeat(5000));
  assert.ok(performance.now() - start < 2000);
});
