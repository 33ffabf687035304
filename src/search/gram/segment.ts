import { ChunkWriter } from './chunk-writer.ts';
import { seal } from './envelope.ts';
import { TextHash } from './hash.ts';
import type { HeldString } from './held-strings.ts';
import { IndexFiles } from './index-files.ts';
import { getsProofs, makeProofs } from './make-proofs.ts';
import { mergeParts } from './merge.ts';
import type { PartDocument, PartReader } from './part.ts';
import { packPaths } from './paths.ts';
import { PendingWrites } from './pending-writes.ts';
import { FORMAT } from './root.ts';
import type { Deflate, Root, SegmentEntry, SegmentKind, WriteFile } from './types.ts';

/**
 * Sizes. A chunk of postings deflates to rather more than half. The closed segment gets three quarters of the 4,000 files an archive may
 * have; a segment's sizes depend on its own content alone, so that a new article leaves those of the others as they are.
 * The segments of the last year are small and so are their chunks: a query pays for one chunk of each.
 * `MOST_CHUNKS` divides all bytes of the parts, of which merging and the large chunks of single characters spare a third.
 * A chunk grows to thrice its size, which readers on slow nets bear; an archive that is larger still has more files, far fewer than pages.
 */
const CHUNK = { closed: 28_000, year: 14_000, open: 14_000 };
const MOST_GROWTH = 3;
const MOST_CHUNKS = { closed: 4200, year: 1150, open: 1150 };

/** Up to this many bytes, deflated, a segment's paths travel in the root file: that spares a query a request. */
const INLINE_PATHS = { closed: 28_000, year: 6_000, open: 6_000 };
/** Documents in a file of paths: long names are 50 bytes each, and ten hits may touch ten files. More where there would be too many files. */
const PATH_BLOCK = 64;
const MOST_PATH_FILES = 500;

/** Merges parts into a segment and writes its files, unless it stands in `previous`, whose files are in place. */
export async function writeSegment(
  kind: SegmentKind,
  parts: readonly PartReader[],
  options: {
    write: WriteFile;
    deflate: Deflate;
    previous?: Root | undefined;
    onPostings?: ((segment: string, key: string, documents: number) => void) | undefined;
    /** Gives the strings that proofs are made of. */
    strings: () => readonly HeldString[];
  },
): Promise<SegmentEntry> {
  const { deflate, previous } = options;
  const documents = parts.flatMap((reader) => reader.documents);
  const hash = new TextHash().add(`jiuwen-gram-${FORMAT}`);
  for (const document of documents) hash.add(document.digest);
  const digest = hash.hex();
  const name = `${kind}-${digest}`;
  const same = previous?.segments.find((segment) => segment.name === name);
  if (same) return same;
  await using writes = new PendingWrites();
  let bytes = 0;
  const proofs = getsProofs(documents.length);
  const written = new Map<string, Uint8Array>();
  const write = (file: string, content: Uint8Array) => {
    const sealed = seal(content, deflate);
    bytes += sealed.length;
    if (proofs) written.set(`${name}/${file}`, sealed);
    writes.add(options.write(`${name}/${file}`, sealed));
  };

  const raw = parts.reduce((sum, part) => sum + part.size, 0);
  const firstKeys: string[] = [];
  const usual = CHUNK[kind];
  const target = Math.min(Math.max(usual, Math.ceil(raw / MOST_CHUNKS[kind])), usual * MOST_GROWTH);
  const chunks = new ChunkWriter(target, (firstKey, content) => {
    write(`${firstKeys.length}.bin`, content);
    firstKeys.push(firstKey);
  });
  mergeParts(parts, (postings) => {
    chunks.add(postings);
    options.onPostings?.(name, postings.key, postings.count);
  });
  chunks.flush();

  const paths = packPaths(documents);
  const inline = seal(new TextEncoder().encode(paths), deflate).length <= INLINE_PATHS[kind];
  const pathBlock = Math.max(PATH_BLOCK, Math.ceil(documents.length / MOST_PATH_FILES));
  let pathFiles = 0;
  if (!inline)
    for (let from = 0; from < documents.length; from += pathBlock) {
      const lines = packPaths(documents.slice(from, from + pathBlock));
      write(`paths-${pathFiles++}.bin`, new TextEncoder().encode(lines));
    }
  const segment: SegmentEntry = {
    name,
    kind,
    digest,
    documents: documents.length,
    months: countMonths(documents),
    firstKeys,
    pathFiles,
    pathBlock,
    paths: inline ? paths : null,
    bytes,
  };
  if (proofs) {
    for await (const proof of makeProofs(filesOf(written), segment, options.strings())) chunks.add(proof);
    chunks.flush();
  }
  await writes.done();
  return { ...segment, bytes };
}

/** Lists of postings that proofs are made from: strings come in order, so that those which share a list stand together. */
const LISTS = 1500;

/** The files of a segment that is being written. */
const filesOf = (written: ReadonlyMap<string, Uint8Array>): IndexFiles =>
  new IndexFiles(
    {
      directory: '',
      file: async (file) => {
        const sealed = written.get(file);
        if (!sealed) throw new Error(`no file ${file}`);
        return sealed;
      },
      page: (path) => Promise.reject(new Error(`no page ${path}`)),
    },
    LISTS,
  );

/** Number of documents by month, in order: since documents are numbered by date, also the month of every number. */
function countMonths(documents: readonly PartDocument[]): [string, number][] {
  const months: [string, number][] = [];
  for (const { date } of documents) {
    const month = date.slice(0, 7);
    const last = months.at(-1);
    if (last && last[0] === month) last[1]++;
    else months.push([month, 1]);
  }
  return months;
}
