import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Judged, judgedQueries, ndcg } from './judged.ts';

const judged: Judged = { query: 'q', about: ['a'], near: ['b', 'c'] };

test('the best list has 1, an empty one 0', () => {
  assert.equal(ndcg(judged, ['a', 'b', 'c']), 1);
  assert.equal(ndcg(judged, ['a', 'c', 'b', 'x']), 1);
  assert.equal(ndcg(judged, []), 0);
});

test('what stands later counts less: by the formula', () => {
  const best = 3 + 1 / Math.log2(3) + 1 / Math.log2(4);
  assert.equal(ndcg(judged, ['x', 'a']), 3 / Math.log2(3) / best);
});

test('only the first ten count', () => {
  assert.equal(ndcg(judged, [...'0123456789', 'a']), 0);
});

test('forty different queries are judged, each with something to find, no article twice', () => {
  const queries = judgedQueries();
  assert.equal(new Set(queries.map(({ query }) => query)).size, 40);
  for (const { query, about, near } of queries) {
    assert.ok(about.length + near.length > 0, query);
    assert.equal(new Set([...about, ...near]).size, about.length + near.length, query);
  }
});
