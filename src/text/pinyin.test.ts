import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nameReadings, syllablesOf } from './pinyin.ts';

test('a surname at the start of a name is read as a surname, elsewhere and in texts as usual', () => {
  const read = (name: string) => syllablesOf(name, 'head').join(' ');
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
  assert.deepEqual(syllablesOf('吕绿', 'head'), ['lv', 'lv']);
});

test('Latin words and digits stand as they are, without accents; what has no reading is left out', () => {
  assert.deepEqual(syllablesOf('Émile 王2号', 'head'), ['emile', 'wang', '2', 'hao']);
  assert.deepEqual(syllablesOf('«…»', 'head'), []);
  assert.deepEqual(syllablesOf('', 'head'), []);
});

test('characters outside of the basic plane leave the others in place', () => {
  assert.equal(syllablesOf('𠮷野家', 'head').at(-1), 'jia');
});

test('a name has the other readings of its characters too, so that it is found by each', () => {
  assert.deepEqual(nameReadings('汪曾祺'), [['wang'], ['ceng', 'zeng'], ['qi']]);
  assert.deepEqual(nameReadings('单田芳'), [['shan', 'dan'], ['tian'], ['fang']]);
  assert.deepEqual(nameReadings('Jane'), [['jane']]);
  assert.deepEqual(nameReadings(''), []);
});
