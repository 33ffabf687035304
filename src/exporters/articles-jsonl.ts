import type { ArticleBody, Entry } from '../types.ts';
import { articleRecord, articleSchema } from './article-record.ts';
import type { ExportContext, Exporter } from './exporter.ts';
import { gzipMember } from './gzip-member.ts';
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
 * Each month is a gzip member of its own (RFC 1952, section 2.2), so that a new article costs the compression of one month.
 */
export const articlesJsonl: Exporter = {
  name: 'articles-jsonl',
  needsOrigin: false,
  *files(context) {
    const { archive } = context;
    const parts = partsOf(archive.entries);
    for (const [at, entries] of parts.entries())
      yield {
        path: partPath(at + 1, parts.length),
        inputs: inputsDigest('articles', entries),
        chunks: () => members(entries, context),
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

/** Runs of articles of the same month, compressed. */
function* members(entries: readonly Entry[], { body, kept }: ExportContext): Generator<Uint8Array> {
  for (const month of months(entries))
    yield kept(inputsDigest('articles', month), () =>
      gzipMember(month.map((entry) => line(entry, body(entry))).join('')),
    );
}

/** Cuts articles in order of time into months; an empty archive is one empty month, for a gzip file has a member at least. */
function months(entries: readonly Entry[]): Entry[][] {
  let month: Entry[] = [];
  const found = [month];
  for (const entry of entries) {
    const [last] = month;
    if (last && monthOf(last) !== monthOf(entry)) {
      month = [];
      found.push(month);
    }
    month.push(entry);
  }
  return found;
}

const monthOf = ({ time }: Entry): string => time?.date.slice(0, 7) ?? '';

const line = (entry: Entry, body: ArticleBody): string => `${JSON.stringify(articleRecord(entry, body))}\n`;
