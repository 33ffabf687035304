import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hashOf } from '../hash.ts';
import { sampleArticles } from './sample-articles.ts';

const entries = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ hash: hashOf(String(at)), chars: 2_000 }));

test('a small archive is checked whole, a large one by the same sample whoever asks', () => {
  assert.deepEqual(
    sampleArticles(entries(20), 300_000),
    Array.from({ length: 20 }, (_, at) => at),
  );
  const sample = sampleArticles(entries(5_000), 300_000);
  assert.equal(sample.length, 150);
  assert.deepEqual(sampleArticles(entries(5_000), 300_000), sample);
  assert.deepEqual(
    sample,
    sample.toSorted((a, b) => a - b),
  );
  // One article more: the sample stays, but for one at most.
  const after = new Set(sampleArticles(entries(5_001), 300_000));
  assert.ok(sample.filter((number) => after.has(number)).length >= 149);
});

test('an article longer than what is checked is still checked', () => {
  assert.deepEqual(sampleArticles([{ hash: hashOf('a'), chars: 9_000_000 }], 300_000), [0]);
  assert.deepEqual(sampleArticles([], 300_000), []);
});
