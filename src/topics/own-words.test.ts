import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inOwnWords } from './own-words.ts';
import { topicOf } from './testing.ts';

const tencent = { ...topicOf('腾讯', { aliases: ['Tencent'] }), isShipped: true };
const named = (topic = tencent, ...tags: string[][]) =>
  inOwnWords(
    [topic],
    tags.map((own) => ({ tags: own })),
  ).map(({ name, aliases }) => [name, ...aliases]);

test('a shipped topic has the name that the archive’s tags have for it, the list’s name beside', () => {
  assert.deepEqual(named(tencent, ['机房'], ['TENCENT']), [['TENCENT', '腾讯', 'Tencent']]);
});

test('of several spellings the most frequent is the name, of equal ones the list’s own', () => {
  assert.deepEqual(named(tencent, ['tencent'], ['Tencent'], ['tencent']), [['tencent', '腾讯', 'Tencent']]);
  assert.deepEqual(named(tencent, ['Tencent'], ['腾讯']), [['腾讯', 'Tencent']]);
  assert.deepEqual(named(tencent, ['tencent'], ['Tencent']), [['Tencent', '腾讯', 'Tencent']]);
});

test('without such a tag, and for an archive’s own topics, names stay', () => {
  assert.deepEqual(named(tencent, ['机房']), [['腾讯', 'Tencent']]);
  assert.deepEqual(named({ ...tencent, isShipped: false }, ['Tencent']), [['腾讯', 'Tencent']]);
});
