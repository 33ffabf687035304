import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { archiveOf, readingOf } from '../../archive/testing.ts';
import { PackReader, PackWriter } from '../../cache/article-pack.ts';
import { noFidelity } from '../../fidelity.ts';
import { Folder, siteIn } from '../../files/testing.ts';
import { Relating } from '../../related/relate.ts';
import { TimeSlice } from '../../time-slice.ts';
import type { Problem, Repair } from '../../types.ts';
import { contextOf } from '../testing.ts';
import { report } from './report.ts';

const problem = (file: string, line: number): Problem => ({
  file,
  line,
  column: 1,
  severity: 'warning',
  rule: 'encoding',
  message: 'Unexpected x, expected y',
});

/** Makes the report of two articles. */
async function reportOf(
  folder: Folder,
  problems: Problem[],
  mended: readonly { file: string; repairs: Repair[] }[],
): Promise<string> {
  const pack = folder.at('a.pack');
  const writer = new PackWriter(pack);
  const repairs = mended.map((line) => {
    return { file: line.file, counts: {}, pack, line: writer.add(JSON.stringify(line)) };
  });
  writer.write();
  using articles = new PackReader();
  const context = contextOf({
    reading: {
      media: [],
      relating: new Relating([]),
      fidelity: noFidelity(),
      archive: archiveOf([readingOf('a.md'), readingOf('b.md')]),
      problems,
      repairs,
    },
    facts: {
      repairs: [],
      problems: [{ rule: 'encoding', count: problems.length }],
      search: false,
      fidelity: noFidelity(),
    },
    pagefind: { build: false, reason: 'off', share: 0 },
    records: new Map(),
    articles,
    tree: siteIn(folder.at('dist')),
  });
  await report.make([], context, undefined, new TimeSlice());
  return readFileSync(folder.at('dist/report.json'), 'utf8');
}

test('the report is JSON, with a line for each problem and each file’s repairs', async () => {
  using folder = new Folder();
  const problems = [problem('a.md', 1), problem('旧\n闻.md', 2)];
  const repairs = [
    { file: 'a.md', repairs: [{ rule: 'encoding' as const, line: 1, before: '"', after: '\n' }] },
  ];
  const text = await reportOf(folder, problems, repairs);
  assert.deepEqual(JSON.parse(text), {
    version: 1,
    summary: {
      articles: 2,
      repairs: {},
      problems: { encoding: 2 },
      fidelity: Object.fromEntries(Object.keys(noFidelity()).map((kind) => [kind, { held: 0, missing: 0 }])),
      pagefind: { built: false, reason: 'off' },
      certificate: null,
    },
    problems,
    repairs,
  });
  assert.equal(text.split('\n').filter((line) => line.startsWith('{"file"')).length, 3);
});

test('an empty report and a large one are whole', async () => {
  for (const count of [0, 5000]) {
    using folder = new Folder();
    const problems = Array.from({ length: count }, (_, at) => problem('a.md', at));
    assert.deepEqual(JSON.parse(await reportOf(folder, problems, [])).problems, problems);
  }
});
