import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { asTrendWord, splitWords, wordsApart } from './trend-words.ts';

test('words stand between commas of any kind, blanks around them do not count, nor does a word said twice', () => {
  assert.deepEqual(splitWords(' 微信, 微博，Linux 内核、微信,, ').words, ['微信', '微博', 'Linux 内核']);
  assert.deepEqual(splitWords(' ，、 ').words, []);
});

test('a comma in quotation marks, or in a regular expression, is part of the word', () => {
  assert.deepEqual(splitWords('"Hello, world"，“甲、乙”，丙').words, ['"Hello, world"', '“甲、乙”', '丙']);
  assert.deepEqual(splitWords('/内核 \\d{1,2}/i, 微信').words, ['/内核 \\d{1,2}/i', '微信']);
  assert.deepEqual(splitWords('5" 屏,/home,甲').words, ['5" 屏', '/home', '甲']);
});

test('six words are drawn, and the others are named', () => {
  assert.deepEqual(splitWords('a,b,c,d,e,f,g,h'), {
    words: ['a', 'b', 'c', 'd', 'e', 'f'],
    left: ['g', 'h'],
  });
});

test('words with blanks between them are taken apart, and nothing that means more', () => {
  assert.deepEqual(wordsApart('docker podman　内核 docker'), ['docker', 'podman', '内核']);
  for (const whole of ['内核', '', '"a b"', '/a b/', 'a -b', 'author:a b', 'a | b', 'a b c d e f g', 'a a'])
    assert.deepEqual(wordsApart(whole), [], whole);
  assert.deepEqual(wordsApart('C++ x-y'), ['C++', 'x-y']);
});

test('a query with a comma becomes one word', () => {
  assert.equal(asTrendWord('微信 支付'), '微信 支付');
  assert.deepEqual(splitWords(asTrendWord('先看, 再"写"')).words.length, 1);
  assert.equal(asTrendWord('"甲, 乙"'), '"甲, 乙"');
});

test('whatever is typed, there are at most six words, none of them empty, and taking apart takes time in its length only', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('甲', ',', '、', '"', '“', '”', '/', '\\', ' ', 'a') }),
      (typed) => {
        const { words, left } = splitWords(typed);
        assert.ok(words.length <= 6);
        assert.ok([...words, ...left].every((word) => word.trim() !== ''));
      },
    ),
  );
  const before = process.cpuUsage();
  splitWords(`${'"“/ '.repeat(100_000)}`);
  splitWords(`${'/a,'.repeat(100_000)}`);
  const { user } = process.cpuUsage(before);
  assert.ok(user < 3_000_000, `${user} µs`);
});
