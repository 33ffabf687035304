import assert from 'node:assert/strict';
import { test } from 'node:test';
import { UserError } from '../errors.ts';
import { profileLines } from '../pipeline/summary.ts';
import { stagesOf } from './ours.ts';
import { medians } from './run.ts';
import { replaceSection } from './section.ts';
import { benchReport } from './table.ts';

const ARCHIVE = { dir: '/', files: [], bytes: 4.8e6, characters: 1.9e6, damaged: 400 };
const PROFILE = [
  'articles   1,000',
  ...profileLines([
    { stage: 'read', steps: 1000, seconds: 2.5, bytes: 9e7 },
    { stage: 'pages', steps: 123_456, seconds: 1210.25, bytes: 9e8 },
  ]),
  '',
].join('\n');

test('each row stands beside the peers’ time, and what was not measured is said', () => {
  const report = benchReport('`npm run bench` on 2 cores.', [
    {
      name: '1,000 articles',
      archive: ARCHIVE,
      peers: [
        { name: 'Eleventy', version: '3.1.8', seconds: 4, peak: 2e8, output: '', files: 1000, bytes: 5e6 },
        { name: 'Hugo', absent: 'no hugo on the PATH' },
      ],
      ours: [{ name: 'cold', seconds: 6, peak: null, output: PROFILE, files: 2000, bytes: 1e7 }],
    },
  ]);
  assert.deepEqual(report.split('\n'), [
    '`npm run bench` on 2 cores.',
    '',
    '### 1,000 articles',
    '',
    '4.8 MB, 1,900,000 characters, 400 articles damaged.',
    '',
    '|  | time | peak memory | files | output | time ÷ Eleventy | time ÷ Hugo |',
    '| --- | --: | --: | --: | --: | --: | --: |',
    '| Eleventy 3.1.8, pages only | 4.00 s | 200.0 MB | 1,000 | 5.0 MB | 1.00 |  |',
    '| Hugo: no hugo on the PATH |  |  |  |  |  |  |',
    '| **Jiuwen**, cold | 6.00 s | not measured | 2,000 | 10.0 MB | 1.50 |  |',
    '',
    'Stages of the cold build: read 2.5 s, pages 1210.3 s.',
  ]);
});

test('of several rounds the row with the median time stands, and a build that failed in one has failed', () => {
  const run = (seconds: number) => ({ name: 'cold', seconds, peak: seconds * 1e6, output: '' });
  assert.deepEqual(medians([[run(3)], [run(1)], [run(2)]]), [run(2)]);
  const failed = { name: 'cold', absent: 'failed' };
  assert.deepEqual(medians<ReturnType<typeof run> | typeof failed>([[run(3)], [failed], [run(2)]]), [failed]);
});

test('the stages are read from what --profile prints', () => {
  assert.deepEqual(stagesOf(PROFILE), [
    { stage: 'read', seconds: 2.5 },
    { stage: 'pages', seconds: 1210.25 },
  ]);
});

test('only the marked section of a document is replaced', () => {
  const document = 'before\n<!-- bench -->\nold\n<!-- /bench -->\nafter\n';
  const replaced = replaceSection(document, 'bench', 'new');
  assert.equal(replaced, 'before\n<!-- bench -->\n\nnew\n\n<!-- /bench -->\nafter\n');
  assert.equal(replaceSection(replaced, 'bench', 'new'), replaced);
  assert.throws(() => replaceSection('<!-- /bench --> <!-- bench -->', 'bench', 'new'), UserError);
});
