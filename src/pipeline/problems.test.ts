import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Problem } from '../types.ts';
import { countByRule, problemLine, sortedProblems, sumByRule } from './problems.ts';

const problem = (file: string, line: number, rule = 'encoding'): Problem => ({
  file,
  line,
  column: 1,
  severity: 'warning',
  rule,
  message: 'Unexpected x, expected y',
});

test('problems are sorted by file, line, column and rule, whatever order they came in', () => {
  const sorted = [problem('a.md', 2), problem('a.md', 10, 'a'), problem('a.md', 10, 'b'), problem('b.md', 1)];
  fc.assert(
    fc.property(fc.shuffledSubarray(sorted, { minLength: 4 }), (shuffled) => {
      assert.deepEqual(sortedProblems(shuffled), sorted);
    }),
  );
});

test('a problem is one line for people', () => {
  assert.equal(problemLine(problem('a.md', 3)), 'a.md:3:1 warning encoding: Unexpected x, expected y');
});

test('rules are counted, most frequent first, then by name', () => {
  assert.deepEqual(countByRule(['b', 'c', 'a', 'c', 'constructor'].map((rule) => ({ rule }))), [
    { rule: 'c', count: 2 },
    { rule: 'a', count: 1 },
    { rule: 'b', count: 1 },
    { rule: 'constructor', count: 1 },
  ]);
  assert.deepEqual(sumByRule(Object.entries({ a: 2, b: 3 }).concat([['a', 2]])), [
    { rule: 'a', count: 4 },
    { rule: 'b', count: 3 },
  ]);
});
