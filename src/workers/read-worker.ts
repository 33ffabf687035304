import { readFileSync } from 'node:fs';
import path from 'node:path';
import { addressKey } from '../archive/duplicates.ts';
import { articlePath } from '../archive/paths.ts';
import { readArticle } from '../article/read.ts';
import type { NewPack } from '../cache/articles.ts';
import { writeChecked } from '../cache/checked-file.ts';
import { RepairWriter } from '../cache/repair-texts.ts';
import { PackWriter } from '../cache/store.ts';
import type { Article, Problem, Reading, ReadOptions } from '../types.ts';
import { type Peak, peak } from './memory.ts';

/** A share of the files to read. */
export interface ReadTask {
  contentDir: string;
  files: string[];
  options: ReadOptions;
  pack: NewPack;
}

/** What became of a share: the rest stands in the pack and its list. */
export interface ReadOutcome {
  pack: NewPack;
  /** Number of files read. */
  files: number;
  peak: Peak;
}

/** What became of one file. */
export interface FileReading {
  file: string;
  /** Null where the file gave no article. */
  reading: Reading | null;
  problems: Problem[];
  /** Where it stands what was mended, in the pack's file of repairs: bytes `[from, to)`; null where nothing was. */
  repairs: [from: number, to: number] | null;
}

/** Reads a share of the article files: bodies go to the pack, what became of each file into the list beside it. */
export default async function readShare(task: ReadTask): Promise<ReadOutcome> {
  const writer = new PackWriter(task.pack.file);
  const repairs = new RepairWriter();
  const results: FileReading[] = [];
  for (const file of task.files) {
    const result = readOne(path.join(task.contentDir, file), file, task.options);
    if (result.article) results.push(stored(result.article, writer, repairs));
    else results.push({ file, reading: null, problems: result.problems, repairs: null });
  }
  await writer.write();
  repairs.write(task.pack.repairs, task.pack.key);
  writeChecked(task.pack.list, task.pack.key, results);
  return { pack: task.pack, files: results.length, peak: peak() };
}

function stored(article: Article, writer: PackWriter, mended: RepairWriter): FileReading {
  const { html, passages, headings, data, repairs, problems, source: _, ...meta } = article;
  const repairCounts: Record<string, number> = {};
  for (const { rule } of repairs) repairCounts[rule] = (repairCounts[rule] ?? 0) + 1;
  const at = writer.add({ html, passages, headings, data, repairs });
  const wanted = articlePath(meta);
  const address = meta.url && addressKey(meta.url);
  return {
    file: article.file,
    // The list knows which pack it is of.
    reading: { ...meta, at: { ...at, pack: '' }, wanted, address, repairCounts },
    problems,
    repairs: mended.add(article.file, repairs),
  };
}

/** A file that cannot be opened, or that breaks the reader, is reported like any other dirt: one file never stops a build. */
function readOne(absolute: string, file: string, options: ReadOptions) {
  const broken = (rule: string, message: string) => ({
    article: null,
    problems: [{ file, line: 0, column: 0, severity: 'error' as const, rule, message }],
  });
  let bytes: Buffer;
  try {
    bytes = readFileSync(absolute);
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
