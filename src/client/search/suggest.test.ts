import assert from 'node:assert/strict';
import test from 'node:test';
import { combinations, shorterQueries } from './suggest.ts';

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

test('several words are offered in combinations, most words first, never all of them as they were', () => {
  assert.deepEqual(shorterQueries('腾讯 kubernetes 容器'), [
    '腾讯 kubernetes',
    '腾讯 容器',
    'kubernetes 容器',
    '腾讯',
    'kubernetes',
    '容器',
  ]);
});

test('words that only ask are left out', () => {
  assert.deepEqual(shorterQueries('如何 kubernetes 容器')[0], 'kubernetes 容器');
});

test('one word is offered by its first half', () => {
  assert.deepEqual(shorterQueries('犇骉麤鱻'), ['犇骉']);
});

test('quotation marks are dropped', () => {
  assert.ok(!shorterQueries('"社交化电商的野心"').some((query) => query.includes('"')));
});

test('nothing is offered for a query that cannot get shorter', () => {
  for (const query of ['', '云', '。', '电商']) assert.deepEqual(shorterQueries(query), []);
});
