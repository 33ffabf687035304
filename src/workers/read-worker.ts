import { readFileSync } from 'node:fs';
import path from 'node:path';
import { addressKey } from '../archive/duplicates.ts';
import { articlePath } from '../archive/paths.ts';
import { readArticle } from '../article/read.ts';
import { PackWriter } from '../cache/article-pack.ts';
import type { ArticlePack, FileReading } from '../cache/articles.ts';
import type { Article, ReadOptions, ReadResult } from '../types.ts';
import { task } from './memory.ts';

/** A share of the files to read, and the pack that they go to. */
interface ReadTask {
  contentDir: string;
  files: string[];
  options: ReadOptions;
  pack: { key: string; file: string };
}

/** Reads a share of the article files: bodies, what was mended in them, and the list of what became of each go to the pack. */
export default task(({ contentDir, files, options, pack }: ReadTask): ArticlePack => {
  const writer = new PackWriter(pack.file);
  const readings = files.map((file): FileReading => {
    const read = readFile(path.join(contentDir, file), file, options);
    if (read.article) return packed(read.article, writer);
    return { file, reading: null, problems: read.problems, repairs: null };
  });
  const list = writer.add(JSON.stringify(readings));
  writer.write();
  return { key: pack.key, readings: [...list] };
});

function packed(article: Article, writer: PackWriter): FileReading {
  const { html, passages, headings, data, repairs, problems, source: _, ...meta } = article;
  const { file } = article;
  const repairCounts: Record<string, number> = {};
  for (const { rule } of repairs) repairCounts[rule] = (repairCounts[rule] ?? 0) + 1;
  // The list knows which pack it is of.
  const at = { ...writer.addBody({ html, passages, headings, data, repairs }), pack: '' };
  const address = meta.url && addressKey(meta.url);
  return {
    file,
    reading: { ...meta, at, wanted: articlePath(meta), address, repairCounts },
    problems,
    repairs: repairs.length ? writer.add(JSON.stringify({ file, repairs })) : null,
  };
}

/** A file that cannot be opened, or that breaks the reader, is reported like any other dirt: one file never stops a build. */
function readFile(absolute: string, file: string, options: ReadOptions): ReadResult {
  const broken = (rule: string, message: string): ReadResult => ({
    article: null,
    problems: [{ file, line: 0, column: 0, severity: 'error', rule, message }],
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
