import { readFileSync } from 'node:fs';
import path from 'node:path';
import { addressKey } from '../archive/duplicates.ts';
import { articlePath } from '../archive/paths.ts';
import { readArticle } from '../article/read.ts';
import { PackWriter } from '../cache/article-pack.ts';
import type { ArticlePack, FileReading } from '../cache/articles.ts';
import { reasonOf } from '../errors.ts';
import { hashOf } from '../hash.ts';
import { codeOf } from '../references/code.ts';
import type { Article, Location, Reading, ReadOptions, ReadResult } from '../types.ts';
import { task } from './memory.ts';
import { PlaceWriter } from './place.ts';

/** A share of the files to read, and the pack that they go to. */
export interface ReadTask {
  contentDir: string;
  files: string[];
  options: ReadOptions;
  pack: { key: string; file: string };
}

/** Reads a share of the article files: bodies, what was mended in them, and the list of what became of each go to the pack. */
export default task(({ contentDir, files, options, pack }: ReadTask): ArticlePack => {
  const writer = new PackWriter(pack.file);
  using place = new PlaceWriter(pack.file);
  const results = files.map((file, number) =>
    readFile(path.join(contentDir, file), file, options, (hash) => place.set(number, hash)),
  );
  const bodies = results.map(({ article }) => article && writer.addBody(article));
  // Behind the bodies, so that the report, which reads nothing else, reads few bytes.
  const readings = results.map((result, number): FileReading => {
    const [file = '', at = null] = [files[number], bodies[number]];
    if (!result.article) return { file, reading: null, problems: result.problems, repairs: null };
    const { repairs, problems } = result.article;
    const line = repairs.length > 0 ? writer.add(JSON.stringify({ file, repairs })) : null;
    return { file, reading: at && readingOf(result.article, at), problems, repairs: line };
  });
  const list = writer.add(JSON.stringify(readings));
  writer.write();
  return { key: pack.key, readings: [...list] };
});

function readingOf(article: Article, at: Location): Reading {
  const { html, passages, headings, references, data, repairs, problems, source, ...meta } = article;
  const repairCounts: Record<string, number> = {};
  for (const { rule } of repairs) repairCounts[rule] = (repairCounts[rule] ?? 0) + 1;
  const address = meta.url && addressKey(meta.url);
  // The list knows which pack it is of.
  return {
    ...meta,
    at: { ...at, pack: '' },
    sourceChars: source.length,
    wanted: articlePath(meta),
    address,
    repairCounts,
    references: codesOf(article),
  };
}

/** Codes of what an article refers to. */
const codesOf = ({ references, url }: Article): string[] =>
  references.map((reference) => codeOf(reference, url));

/** A file that cannot be opened, or that breaks the reader, is reported like any other dirt: one file never stops a build. */
function readFile(
  absolute: string,
  file: string,
  options: ReadOptions,
  note: (hash: string) => void,
): ReadResult {
  const broken = (rule: string, message: string): ReadResult => ({
    article: null,
    problems: [{ file, line: 0, column: 0, severity: 'error', rule, message }],
  });
  let bytes: Buffer;
  note('');
  try {
    bytes = readFileSync(absolute);
  } catch (cause) {
    return broken(
      'unreadable-file',
      `Unexpected ${reasonOf(cause)}, expected a readable file; check its permissions`,
    );
  }
  note(hashOf(bytes));
  try {
    return readArticle(bytes, file, options);
  } catch (cause) {
    return broken(
      'reader-failure',
      `Unexpected ${reasonOf(cause)} in the reader, expected none; the file is left out: please report it with the file`,
    );
  }
}
