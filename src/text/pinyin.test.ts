import assert from 'node:assert/strict';
import { test } from 'node:test';
import { syllablesOf } from './pinyin.ts';

test('a surname at the start of a name is read as a surname, elsewhere and in texts as usual', () => {
  const read = (name: string) => syllablesOf(name, 'name').join(' ');
  assert.deepEqual(['单田芳', '曾国藩', '解缙', '仇英', '欧阳修', '尉迟恭', '区家麟', '盖叫天'].map(read), [
    'shan tian fang',
    'zeng guo fan',
    'xie jin',
    'qiu ying',
    'ou yang xiu',
    'yu chi gong',
    'ou jia lin',
    'ge jiao tian',
  ]);
  assert.equal(read('简单'), 'jian dan');
  assert.equal(syllablesOf('单词').join(' '), 'dan ci');
});

test('ü is written as keyboards have it', () => {
  assert.deepEqual(syllablesOf('吕绿', 'name'), ['lv', 'lv']);
});

test('Latin words and digits stand as they are, without accents; what has no reading is left out', () => {
  assert.deepEqual(syllablesOf('Émile 王2号', 'name'), ['emile', 'wang', '2', 'hao']);
  assert.deepEqual(syllablesOf('«…»', 'name'), []);
  assert.deepEqual(syllablesOf('', 'name'), []);
});

test('characters outside of the basic plane leave the others in place', () => {
  assert.equal(syllablesOf('𠮷野家', 'name').at(-1), 'jia');
});
