import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Problem } from '../types.ts';
import type { BuildSummary } from './build-options.ts';
import { megabytes, problemLines, summaryLines } from './summary.ts';

const problem = (severity: Problem['severity'], at: number): Problem => ({
  file: `${at}.md`,
  line: 1,
  column: 1,
  severity,
  rule: 'encoding',
  message: 'Unexpected x, expected y',
});

const summary: BuildSummary = {
  articles: 84_213,
  pages: 90_000,
  rendered: 3,
  repairs: [
    { rule: 'whole-article-blob', count: 1200 },
    { rule: 'encoding', count: 2 },
  ],
  problems: [],
  pagefind: { build: true, reason: 'all text of every article' },
  certificate: {
    documents: 84_213,
    checked: 210,
    strings: 150,
    kinds: {},
    recall: 1,
    precision: 1,
    failures: [],
  },
  files: 174_213,
  bytes: 1_536_000,
  changes: { added: ['a', 'b'], changed: ['c'], removed: [] },
};

test('a build ends with its numbers', () => {
  assert.deepEqual(summaryLines(summary, 12.345, 2.5e8), [
    'articles   84,213',
    'pages      90,000, 3 rendered',
    'repairs    whole-article-blob 1,200, encoding 2',
    'problems   none',
    'search     150 strings from 210 of 84,213 articles: recall 1.0000, precision 1.0000',
    'words      all text of every article',
    'output     174,213 files, 1.5 MB: 2 added, 1 changed, 0 removed',
    'time       12.3 s',
    'memory     250.0 MB at most',
  ]);
});

test('problems are told by rule, errors first, with three examples each', () => {
  const problems = [...Array.from({ length: 30 }, (_, at) => problem('info', at)), problem('error', 99)];
  assert.deepEqual(problemLines({ problems }), [
    'error encoding: 1',
    '  99.md:1 Unexpected x, expected y',
    'info encoding: 30, such as',
    '  0.md:1 Unexpected x, expected y',
    '  1.md:1 Unexpected x, expected y',
    '  2.md:1 Unexpected x, expected y',
    'All of them, with file and line: report.json',
  ]);
  assert.deepEqual(problemLines({ problems: [] }), []);
});

test('however many rules have problems, the end of a build fits a screen', () => {
  const problems = Array.from({ length: 900 }, (_, at) => ({
    ...problem('warning', at),
    rule: `rule-${at % 40}`,
  }));
  assert.equal(problemLines({ problems }).length, 20);
});

test('bytes are told in decimal megabytes', () => {
  assert.equal(megabytes(1_536_000), '1.5 MB');
  assert.equal(megabytes(0), '0.0 MB');
});
