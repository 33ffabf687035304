import assert from 'node:assert/strict';
import test from 'node:test';
import { shorterQueries } from './suggest.ts';

test('several words are offered one by one, longest first', () => {
  assert.deepEqual(shorterQueries('腾讯 kubernetes'), ['kubernetes', '腾讯']);
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
