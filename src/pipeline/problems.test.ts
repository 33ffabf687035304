import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { Folder } from '../files/testing.ts';
import type { Problem } from '../types.ts';
import { countByRule, problemLine, sortedProblems, writeReport } from './report.ts';

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
});

test('the report is JSON, with a line for each problem and each file’s repairs', () => {
  using folder = new Folder();
  const head = {
    articles: 2,
    repairs: {},
    problems: { encoding: 2 },
    pagefind: { built: false, reason: 'off' },
    certificate: null,
  };
  const problems = [problem('a.md', 1), problem('旧\n闻.md', 2)];
  const repairs = [{ file: 'a.md', repairs: [{ rule: 'encoding', line: 1, before: '"', after: '' }] }];
  const lines = repairs.map((entry) => Buffer.from(JSON.stringify(entry)));
  writeReport(folder.at('report.json'), head, problems, lines);
  const text = readFileSync(folder.at('report.json'), 'utf8');
  assert.deepEqual(JSON.parse(text), { version: 1, summary: head, problems, repairs });
  assert.equal(text.split('\n').filter((line) => line.startsWith('{"file"')).length, 3);
});

test('an empty report and a large one are whole', () => {
  using folder = new Folder();
  const head = {
    articles: 0,
    repairs: {},
    problems: {},
    pagefind: { built: false, reason: '' },
    certificate: null,
  };
  for (const count of [0, 5000]) {
    const problems = Array.from({ length: count }, (_, at) => problem('a.md', at));
    writeReport(folder.at('report.json'), head, problems, []);
    assert.equal(JSON.parse(readFileSync(folder.at('report.json'), 'utf8')).problems.length, count);
  }
});
