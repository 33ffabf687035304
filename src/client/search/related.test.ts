import assert from 'node:assert/strict';
import test from 'node:test';
import { readFragment, writeFragment } from '../shared/passage-address.ts';
import { type Engine, type Hit, inTurn, type RelatedRequest, type Result } from './engine.ts';
import { relatedDue } from './related-due.ts';
import type { SearchState } from './search-state.ts';
import { combinations, wordEngine } from './word-engine.ts';
import { wordsOf } from './words.ts';

const hit = (path: string): Hit => ({
  path,
  title: { text: path, marks: [] },
  author: '',
  date: null,
  excerpt: { text: '', marks: [] },
  passage: null,
});
const result = (total: number, hits: Hit[] = []): Result => ({
  total,
  exact: true,
  searchable: true,
  facets: {},
  hits,
});
const state = (query: string, change: Partial<SearchState> = {}): SearchState => {
  return { query, filters: {}, sort: 'relevance', page: 1, ...change };
};
const request: RelatedRequest = {
  query: '人工智能改变机房管理',
  filters: {},
  limit: 3,
  signal: new AbortController().signal,
};

const due: [name: string, state: SearchState, total: number, expected: boolean][] = [
  ['one word in many articles', state('机柜'), 30, false],
  ['one word in few articles', state('机柜'), 4, true],
  ['a phrase of several words', state('人工智能改变机房管理'), 30, true],
  ['two words with a space', state('机柜 温度'), 30, true],
  ['a word without another', state('机柜 -温度'), 30, false],
  ['only what is not wanted', state('-温度'), 0, false],
  ['an exact string', state('"机柜 温度"'), 0, false],
  ['two exact strings', state('“机柜” "温度"'), 0, false],
  ['an exact string and a word', state('"机柜" 温度'), 0, true],
  ['filters alone', state('', { filters: { author: '林一' } }), 0, false],
  ['a month, which word search does not know', state('机柜', { filters: { month: '2013-08' } }), 0, false],
];
for (const [name, given, total, expected] of due)
  test(`related results are ${expected ? '' : 'not '}due for ${name}`, () =>
    assert.equal(relatedDue(given, result(total)), expected));

test('nothing is related to a query without a word', () =>
  assert.equal(relatedDue(state('，。'), { ...result(0), searchable: false }), false));

test('words are told apart, once each, without quotation marks and what is not wanted', () => {
  assert.deepEqual(wordsOf('“温度”平台 平台 -阿里 iPhone'), ['温度', '平台', 'iPhone']);
});

test('combinations lose their last words first', () => {
  assert.deepEqual(combinations(['甲', '乙', '丙']), [
    ['甲', '乙', '丙'],
    ['甲', '乙'],
    ['甲', '丙'],
    ['乙', '丙'],
    ['甲'],
    ['乙'],
    ['丙'],
  ]);
});

test('articles with all words come before those with some, each once, and no more is asked than needed', async () => {
  const asked: string[] = [];
  const exact: Engine = {
    prepare: async () => undefined,
    async search({ query }) {
      asked.push(query);
      const paths = asked.length === 1 ? ['1'] : asked.length === 2 ? ['1', '2', '3'] : ['4'];
      return result(paths.length, paths.map(hit));
    },
  };
  const hits = await wordEngine(exact)(request);
  assert.deepEqual(
    hits.map(({ path }) => path),
    ['1', '2', '3'],
  );
  assert.equal(asked.length, 2);
  assert.match(asked[0] ?? '', /^"\S+"( "\S+")+$/);
});

test('an engine is asked only where those before it found nothing', async () => {
  const asked: string[] = [];
  const engine =
    (name: string, ...paths: string[]) =>
    async () => {
      asked.push(name);
      return paths.map(hit);
    };
  const [empty, first, second] = [engine('empty'), engine('first', '1'), engine('second', '2')];
  assert.deepEqual(await inTurn([empty, first, second])(request), [hit('1')]);
  assert.deepEqual(asked, ['empty', 'first']);
  assert.deepEqual(await inTurn([empty])(request), []);
});

test('a passage survives the way through the address', () => {
  const address = { passage: 12, strings: ['电商 & "x"', '#?=+'] };
  assert.deepEqual(readFragment(writeFragment(address)), address);
  assert.equal(writeFragment(null), '');
  assert.equal(writeFragment({ passage: null, strings: [] }), '');
});

test('a long string is cut in the address, between letters', () => {
  const strings = readFragment(writeFragment({ passage: 1, strings: [`${'字'.repeat(79)}𠮷野家`] }))?.strings;
  assert.deepEqual(strings, ['字'.repeat(79)]);
});

test('other fragments name no passage', () => {
  for (const hash of ['', '#', '#fn-1', '#p=', '#p=x', '#t=', '#t=%20', '#%E0%A4%A'])
    assert.equal(readFragment(hash), null, hash);
});
