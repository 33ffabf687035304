import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { readArticle } from '../article/read.ts';
import type { Article, Problem, Reading, ReadOptions } from '../types.ts';
import type { FileRepairs } from './ledger.ts';
import { PackWriter } from './store.ts';

/** A share of the files to read. */
export interface ReadTask {
  contentDir: string;
  files: string[];
  options: ReadOptions;
  /** The pack file to write the bodies to. */
  pack: string;
}

/** What became of them. */
export interface ReadOutcome {
  readings: Reading[];
  problems: Problem[];
  /** In the order of the files. */
  repairs: FileRepairs[];
}

/** Reads a share of the article files: metadata comes back, bodies go to the pack. */
export default async function readShare({
  contentDir,
  files,
  options,
  pack,
}: ReadTask): Promise<ReadOutcome> {
  const outcome: ReadOutcome = { readings: [], problems: [], repairs: [] };
  const writer = new PackWriter(pack);
  for (const file of files) {
    const result = await readOne(path.join(contentDir, file), file, options);
    if (!result.article) {
      outcome.problems.push(...result.problems);
      continue;
    }
    const {
      html,
      passages,
      headings,
      data,
      repairs,
      problems,
      source: _,
      ...meta
    } = result.article satisfies Article;
    const repairCounts: Record<string, number> = {};
    for (const { rule } of repairs) repairCounts[rule] = (repairCounts[rule] ?? 0) + 1;
    outcome.readings.push({
      ...meta,
      at: writer.add({ html, passages, headings, data, repairs }),
      repairCounts,
    });
    outcome.problems.push(...problems);
    if (repairs.length) outcome.repairs.push({ file, repairs });
  }
  await writer.write();
  return outcome;
}

/** A file that cannot be opened, or that breaks the reader, is reported like any other dirt: one file never stops a build. */
async function readOne(absolute: string, file: string, options: ReadOptions) {
  const broken = (rule: string, message: string) => ({
    article: null,
    problems: [{ file, line: 0, column: 0, severity: 'error' as const, rule, message }],
  });
  let bytes: Buffer;
  try {
    bytes = await readFile(absolute);
  } catch (cause) {
    return broken(
      'unreadable-file',
      `Unexpected ${(cause as Error).message}, expected a readable file; check its permissions`,
    );
  }
  try {
    return readArticle(bytes, file, options);
  } catch (cause) {
    return broken(
      'reader-failure',
      `Unexpected ${(cause as Error).message} in the reader, expected none; the file is left out: please report it with the file`,
    );
  }
}
