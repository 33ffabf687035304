import assert from 'node:assert/strict';
import test from 'node:test';
import type { MeantFile } from '../../search/meant/meant-files.ts';
import { writeAliases } from '../../search/meant/write-aliases.ts';
import { suggestionsFor } from './meant.ts';

const TABLES: Record<MeantFile, string> = {
  aliases: writeAliases([['Google', '谷歌', '古狗', '谷狗', '咕咕']]),
  pinyin: "gu'ge 谷歌\nwei'xin 微信 维新 卫新 未信\n",
};

function ask(query: string, counts: Record<string, number>, found = 0, spellings: string[] = []) {
  const loaded: string[] = [];
  const suggestions = suggestionsFor({
    query,
    found,
    spellings,
    count: async (one) => {
      const total = counts[one];
      return total ? { total, exact: true } : null;
    },
    table: async (name) => {
      loaded.push(name);
      return TABLES[name];
    },
  });
  return suggestions.then((some) => ({ loaded, offered: some.map(({ query, total }) => [query, total]) }));
}

test('tables are loaded by those that need them, once, and again where they could not be read', async () => {
  const failing = suggestionsFor({
    query: 'weixin',
    found: 0,
    spellings: [],
    count: async () => null,
    table: () => Promise.reject(new Error('offline')),
  });
  await assert.rejects(failing, /offline/);
  assert.deepEqual((await ask('docker', {})).loaded, ['aliases']);
  assert.deepEqual((await ask('weixin', {}, 21)).loaded, []);
  assert.deepEqual((await ask('weixin', {})).loaded, ['pinyin']);
  assert.deepEqual((await ask('weixin', {})).loaded, []);
});

test('what has no article is not offered, and never more than three', async () => {
  const counts = { 微信: 9, 卫新: 1, 未信: 1, 维新: 0, weixing: 4 };
  assert.deepEqual((await ask('weixin', counts, 0, ['weixing'])).offered, [
    ['微信', 9],
    ['卫新', 1],
    ['weixing', 4],
  ]);
});

test('a reading is offered where far more articles have it; another name wherever any has it', async () => {
  assert.deepEqual((await ask('weixin', { 微信: 20 }, 4)).offered, []);
  assert.deepEqual((await ask('weixin', { 微信: 21 }, 4)).offered, [['微信', 21]]);
  assert.deepEqual((await ask('谷歌', { Google: 1 }, 500)).offered, [['Google', 1]]);
});
