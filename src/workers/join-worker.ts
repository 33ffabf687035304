import { mkdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { constants, deflateRawSync } from 'node:zlib';
import { CacheFile } from '../cache/cache-file.ts';
import type { FileState } from '../files/site-tree.ts';
import { hashOf } from '../hash.ts';
import { joinParts, type PartPlan } from '../search/gram/build.ts';
import { CHAR_PREFIX } from '../search/gram/grams.ts';
import { decodeHeld } from '../search/gram/held-strings.ts';
import type { Root } from '../search/gram/types.ts';
import { isHan, wordsOfTwo } from '../search/meant/frequent-words.ts';
import { task } from './memory.ts';
import { keepStrings, type SegmentTexts } from './strings-worker.ts';

/** What becomes the exact index. */
interface Join {
  /** In the archive's order, each with its file. */
  parts: (Pick<PartPlan, 'kind'> & { file: string })[];
  /** Of the segments that get proofs. */
  strings: (Pick<PartPlan, 'kind'> & SegmentTexts)[];
  /** Root of the index that stands in the output, with the segments that may stay. */
  previous: Root | undefined;
  /** Folder of the index in the site, with a `/`. */
  folder: string;
  outDir: string;
}

/** Postings are numbers, few of them alike: short matches are not looked for, and small blocks suit the columns. */
const DEFLATE = { level: 6, memLevel: 5, strategy: constants.Z_FILTERED };

/** What became of the segments that were not there yet. */
interface Joined {
  files: [file: string, state: FileState][];
  /** Their words of two characters with the numbers of articles, by their names. */
  words: [segment: string, words: [word: string, count: number][]][];
}

/** Merges parts into segments and writes the index. */
export default task(async ({ parts, strings, previous, folder, outDir }: Join): Promise<Joined> => {
  const files: Joined['files'] = [];
  const pairs = new Map<string, Map<string, number>>();
  const sources: CacheFile[] = [];
  try {
    await joinParts({
      parts: parts.map(({ kind, file }) => {
        const source = new CacheFile(file);
        sources.push(source);
        return { kind, source };
      }),
      strings(kind) {
        const own = strings.find((segment) => segment.kind === kind);
        if (!own) return [];
        if (own.articles.length > 0) keepStrings(own);
        using held = new CacheFile(own.file);
        return decodeHeld(held.read(0, held.size));
      },
      previous,
      deflate: (bytes) => deflateRawSync(bytes, DEFLATE),
      onPostings(segment, key, documents) {
        const counts = pairs.get(segment) ?? new Map<string, number>();
        // A segment without any Han has none, and says so.
        pairs.set(segment, counts);
        const text = key.replace(CHAR_PREFIX, '');
        if (isHan(text)) counts.set(text, (counts.get(text) ?? 0) + documents);
      },
      async write(name, bytes) {
        const file = folder + name;
        files.push([file, { hash: hashOf(bytes), size: bytes.length }]);
        mkdirSync(path.dirname(path.join(outDir, file)), { recursive: true });
        await writeFile(path.join(outDir, file), bytes);
      },
    });
    return { files, words: [...pairs].map(([segment, counts]) => [segment, wordsOfTwo(counts)]) };
  } finally {
    for (const source of sources) source[Symbol.dispose]();
  }
});
