import { Gzip } from 'fflate';
import type { ArticleBody, Entry } from '../types.ts';
import { articleRecord, articleSchema } from './article-record.ts';
import type { Exporter } from './exporter.ts';
import { inputsDigest } from './inputs.ts';

/**
 * Characters of text one file may hold: about 45 MB of UTF-8 and 16 MB after gzip, because Cloudflare Pages takes no file
 * above 25 MiB. Counted from the catalogue, so the parts are known before the first text is read.
 */
const PART_CHARS = 14_000_000;
/** What a record weighs besides its text. */
const RECORD_CHARS = 500;

/**
 * `articles.jsonl.gz`: every article with all its fields and its text, one JSON object a line, oldest first.
 * A large archive is in parts (`articles-1.jsonl.gz`, …, numbered from the oldest); gzip files may be joined with `cat`.
 */
export const articlesJsonl: Exporter = {
  name: 'articles-jsonl',
  needsOrigin: false,
  *files({ archive, body }) {
    const parts = partsOf(archive.entries);
    for (const [at, entries] of parts.entries())
      yield {
        path: partPath(at + 1, parts.length),
        inputs: inputsDigest('articles', entries),
        chunks: () => gzipped(lines(entries, body)),
      };
    const schema = `${JSON.stringify(articleSchema, null, 2)}\n`;
    yield { path: 'articles.schema.json', inputs: inputsDigest(schema), chunks: () => [schema] };
  },
};

/** Paths of the files that hold all articles as data, oldest first. */
export function articleDataPaths(entries: readonly Entry[]): string[] {
  const parts = partsOf(entries);
  return parts.map((_, at) => partPath(at + 1, parts.length));
}

const partPath = (part: number, parts: number): string =>
  parts === 1 ? 'articles.jsonl.gz' : `articles-${part}.jsonl.gz`;

/** Cuts the articles into parts from the oldest on; one part at least. */
function partsOf(entries: readonly Entry[]): Entry[][] {
  let part: Entry[] = [];
  const parts = [part];
  let room = PART_CHARS;
  for (const entry of entries) {
    const size = entry.chars + RECORD_CHARS;
    if (size > room && part.length) {
      part = [];
      parts.push(part);
      room = PART_CHARS;
    }
    part.push(entry);
    room -= size;
  }
  return parts;
}

function* lines(entries: readonly Entry[], body: (entry: Entry) => ArticleBody): Generator<string> {
  for (const entry of entries) yield `${JSON.stringify(articleRecord(entry, body(entry)))}\n`;
}

/** Compresses text piece by piece. Not with Node's zlib, whose bytes differ between processors and versions. */
function* gzipped(pieces: Iterable<string>): Generator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const gzip = new Gzip({ level: 6, mtime: 0 }, (bytes) => ready.push(bytes));
  const encoder = new TextEncoder();
  for (const piece of pieces) {
    gzip.push(encoder.encode(piece));
    yield* ready.splice(0);
  }
  gzip.push(new Uint8Array(0), true);
  yield* ready.splice(0);
}
