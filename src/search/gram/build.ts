import { deflateSync } from 'fflate';
import { boilerplateOf } from './boilerplate.ts';
import { type HeldString, heldStrings } from './held-strings.ts';
import { Inverter, PART_DOCUMENTS } from './invert.ts';
import { memorySource, PartReader } from './part.ts';
import { encodeRoot, FORMAT, ROOT_FILE } from './root.ts';
import { writeSegment } from './segment.ts';
import {
  type ByteSource,
  type Deflate,
  type IndexDocument,
  type Root,
  SEGMENT_KINDS,
  type SegmentEntry,
  type SegmentKind,
  type WriteFile,
} from './types.ts';
import { foldPage } from './verify.ts';

/** How an index is written. */
interface WriteOptions {
  write: WriteFile;
  /** Root of an earlier index whose files are still in place: segments that did not change are not written again. */
  previous?: Root | undefined;
  /** fflate by default; `deflateRawSync` of node:zlib is several times faster. */
  deflate?: Deflate | undefined;
}

/** A stretch of the archive that is inverted together. */
export interface PartPlan {
  /** Documents `[from, to)`. */
  from: number;
  to: number;
  /** The segment it belongs to. */
  kind: SegmentKind;
}

/** Characters of a date that tell its year, and its month. */
const [YEAR, MONTH] = [4, 7];

/** Documents of the last year up to which they are one segment: to join more takes seconds, which a new article should not cost. */
const LARGE_YEAR = 1000;

/**
 * Cuts an archive into parts: none spans a year, in the last year none spans a month, none is longer than an inversion may be.
 * A part depends on its own documents only, so parts can be built by several workers and kept from one build to the next.
 * @param dates of the documents
 * @param largeYear documents of the last year up to which they are one segment
 * @throws where they do not come oldest first
 */
export function planParts(dates: readonly string[], largeYear = LARGE_YEAR): PartPlan[] {
  const last = dates.at(-1) ?? '';
  const isOf = (span: number, date: string): boolean => date.slice(0, span) === last.slice(0, span);
  const openSpan = dates.filter((date) => isOf(YEAR, date)).length > largeYear ? MONTH : YEAR;
  const kindOf = (date: string): SegmentKind => {
    if (isOf(openSpan, date)) return 'open';
    return isOf(YEAR, date) ? 'year' : 'closed';
  };
  const plans: PartPlan[] = [];
  dates.forEach((date, i) => {
    const before = dates[i - 1] ?? '';
    if (date < before)
      throw new Error(`Unexpected document of ${date} after ${before}, expected oldest first`);
    const plan = plans.at(-1);
    const kind = kindOf(date);
    const span = kind === 'closed' ? YEAR : MONTH;
    if (plan && before.slice(0, span) === date.slice(0, span) && plan.to - plan.from < PART_DOCUMENTS)
      plan.to++;
    else plans.push({ from: i, to: i + 1, kind });
  });
  return plans;
}

/**
 * Builds the index of an archive in one go, in memory.
 * @param documents oldest first; articles without a date (`''`) before all others
 */
export async function buildGramIndex(
  documents: readonly IndexDocument[],
  options: WriteOptions & { largeYear?: number },
): Promise<Root> {
  const plans = planParts(
    documents.map(({ date }) => date),
    options.largeYear,
  );
  const parts = plans.map(({ kind, from, to }) => {
    const inverter = new Inverter();
    for (const document of documents.slice(from, to)) inverter.add(document);
    return { kind, source: memorySource(inverter.part()) };
  });
  return joinParts({
    ...options,
    parts,
    strings(kind) {
      const own = plans.filter((plan) => plan.kind === kind);
      const pages = own.flatMap(({ from, to }) => documents.slice(from, to)).map(foldPage);
      return heldStrings(pages.length, (at) => pages[at]?.blocks ?? []);
    },
  });
}

/**
 * Merges parts into the segments of an index and writes its root, which is returned.
 * @param options.parts in the archive's order, as `planParts` cut it
 */
export async function joinParts({
  parts,
  strings,
  write,
  previous,
  deflate = (bytes) => deflateSync(bytes, { level: 6 }),
  onPostings,
}: WriteOptions & {
  parts: readonly { kind: SegmentKind; source: ByteSource }[];
  /** Gives the strings of a segment that proofs are made of. */
  strings: (kind: SegmentKind) => readonly HeldString[];
  /** Told the key of all postings that are written, in their segment, and in how many documents it is. */
  onPostings?: ((segment: string, key: string, documents: number) => void) | undefined;
}): Promise<Root> {
  const readers = parts.map(({ kind, source }) => ({ kind, part: new PartReader(source) }));
  const segments: SegmentEntry[] = [];
  for (const kind of SEGMENT_KINDS) {
    const own = readers.filter((one) => one.kind === kind).map(({ part }) => part);
    if (own.length === 0) continue;
    const options = { write, deflate, previous, strings: () => strings(kind), onPostings };
    segments.push(await writeSegment(kind, own, options));
  }
  const boilerplate = boilerplateOf(
    readers.map(({ part }) => part.repeated),
    segments.reduce((sum, { documents }) => sum + documents, 0),
  );
  const root: Root = { version: FORMAT, segments, boilerplate };
  await write(ROOT_FILE, encodeRoot(root, deflate));
  return root;
}
