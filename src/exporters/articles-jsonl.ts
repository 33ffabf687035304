import type { Entry } from '../types.ts';
import { articleRecord, articleSchema } from './article-record.ts';
import type { ExportContext, Exporter } from './exporter.ts';
import { gzipMember } from './gzip-member.ts';
import { outputKey } from './output-key.ts';

/**
 * Characters of text and source one file may hold: about 45 MB of UTF-8 and 16 MB after gzip, because Cloudflare Pages takes no file
 * above 25 MiB. Counted from the catalogue, so the parts are known before the first text is read.
 */
const PART_CHARS = 14_000_000;
/** Characters of a record besides these. */
const RECORD_CHARS = 500;

/**
 * `articles.jsonl.gz`: every article with all its fields, its text and its source, one JSON object a line, oldest first.
 * A large archive is in parts (`articles-1.jsonl.gz`, …, numbered from the oldest); gzip files may be joined with `cat`.
 * Each month is a gzip member of its own (RFC 1952, section 2.2), so that a new article costs the compression of one month.
 */
export const articlesJsonl: Exporter = {
  name: 'articles-jsonl',
  *files(context) {
    for (const { path, entries } of dataParts(context.archive.entries))
      yield { path, key: outputKey('articles', entries), chunks: () => members(entries, context) };
    const schema = `${JSON.stringify(articleSchema(context.strings.reading.anonymous), null, 2)}\n`;
    yield { path: 'articles.schema.json', key: outputKey(schema), chunks: () => [schema] };
  },
};

/** The files that hold all articles as data, oldest first; one at least. */
export function dataParts(entries: readonly Entry[]): { path: string; entries: Entry[] }[] {
  let room = PART_CHARS;
  const parts = runs(entries, ({ chars, sourceChars }, before) => {
    const size = chars + sourceChars + RECORD_CHARS;
    const isFull = size > room && before !== undefined;
    room = (isFull ? PART_CHARS : room) - size;
    return isFull;
  });
  const path = (at: number) => (parts.length === 1 ? 'articles.jsonl.gz' : `articles-${at + 1}.jsonl.gz`);
  return parts.map((part, at) => ({ path: path(at), entries: part }));
}

/** Months of articles, compressed; an empty archive is one empty month, for a gzip file has a member at least. */
function* members(entries: readonly Entry[], { body, source, cached }: ExportContext): Generator<Uint8Array> {
  const line = (entry: Entry) => `${JSON.stringify(articleRecord(entry, body(entry), source(entry)))}\n`;
  for (const month of runs(entries, (entry, before) => before && monthOf(before) !== monthOf(entry)))
    yield cached(outputKey('articles', month), () => gzipMember(month.map(line).join('')));
}

const monthOf = ({ time }: Entry): string => time?.date.slice(0, 7) ?? '';

/** Cuts articles into runs before each that begins one; one run at least. */
function runs(
  entries: readonly Entry[],
  begins: (entry: Entry, before: Entry | undefined) => boolean | undefined,
): Entry[][] {
  let run: Entry[] = [];
  const found = [run];
  for (const entry of entries) {
    if (begins(entry, run.at(-1))) {
      run = [];
      found.push(run);
    }
    run.push(entry);
  }
  return found;
}
