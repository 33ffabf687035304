import assert from 'node:assert/strict';
import test from 'node:test';
import type { Hit, Result } from './engine.ts';
import { sentenceOf } from './sentence.ts';

const hit = (group: Hit['group']): Hit => ({
  path: 'a.html',
  title: { text: '', marks: [] },
  author: { text: '', marks: [] },
  date: null,
  excerpts: [],
  group,
  passage: null,
});

function said(groups: Hit['group'][], result: Partial<Result>): string {
  const none = { literal: null, facets: {}, exclude: [], inBoilerplate: false, checked: 0, stopped: false };
  const whole: Result = {
    ...none,
    hits: groups.map(hit),
    total: 0,
    exact: true,
    searchable: true,
    ...result,
  };
  return sentenceOf({ query: 'ls -l', filters: {}, sort: 'relevance', page: 1 }, whole);
}

test('a number that is not known is said as what is proven and what it cannot exceed', () => {
  assert.equal(said(['words'], { total: 94 }), '94 篇');
  assert.equal(
    said(['literal', 'words', 'near'], { total: 94, exact: false }),
    '至少 2 篇，最多 94 篇，另有相近的',
  );
  assert.equal(said(['near'], { total: 94, exact: false }), '最多 94 篇，另有相近的');
  const literal = { total: 94, exact: false };
  assert.equal(
    said(['literal'], { total: 328, exact: false, literal }),
    '至少 1 篇，最多 328 篇，其中原句 最多 94 篇',
  );
  assert.equal(said(['literal'], { total: 0, stopped: true, checked: 60 }), '查了 60 篇，找到 1 篇。');
});
