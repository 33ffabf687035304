import { deflateSync } from 'fflate';
import { Inverter, PART_DOCUMENTS } from './invert.ts';
import { memorySource, PartReader } from './part.ts';
import { encodeRoot, ROOT_FILE } from './root.ts';
import { FORMAT, writeSegment } from './segment.ts';
import type {
  ByteSource,
  Deflate,
  IndexDocument,
  IndexReport,
  Root,
  SegmentEntry,
  WriteFile,
} from './types.ts';

/** What writing an index needs. */
export interface WriteOptions {
  write: WriteFile;
  /** Root of an earlier index whose files are still in place: segments that did not change are not written again. */
  previous?: Root | undefined;
  /** fflate by default; `deflateRawSync` of node:zlib is several times faster. */
  deflate?: Deflate | undefined;
}

/** What building an index in one go needs. */
export interface BuildOptions extends WriteOptions {
  /** Oldest first; articles without a date (`''`) before all others. */
  documents: AsyncIterable<IndexDocument> | Iterable<IndexDocument>;
  /** Keeps a part until it is merged: in a temporary file, for instance. Memory by default. */
  scratch?: ((name: string, bytes: Uint8Array) => ByteSource) | undefined;
}

/** A stretch of the archive that is inverted together. */
export interface PartPlan {
  /** Documents `[from, to)`. */
  from: number;
  to: number;
  /** The last year of the archive is open, all years before it are closed. */
  kind: 'closed' | 'open';
}

/**
 * Cuts an archive into parts: none spans a year, in the open year none spans a month, none is longer than an inversion may be.
 * A part depends on its own documents only, so parts can be built by several workers and kept from one build to the next.
 * @param dates of the documents, oldest first
 */
export function planParts(dates: readonly string[]): PartPlan[] {
  const last = dates.at(-1)?.slice(0, 4);
  const plans: PartPlan[] = [];
  dates.forEach((date, i) => {
    const plan = plans.at(-1);
    const kind = date.slice(0, 4) === last ? 'open' : 'closed';
    const span = kind === 'open' ? 7 : 4;
    const sameSpan = i > 0 && dates[i - 1]?.slice(0, span) === date.slice(0, span);
    if (plan && sameSpan && plan.to - plan.from < PART_DOCUMENTS) plan.to++;
    else plans.push({ from: i, to: i + 1, kind });
  });
  return plans;
}

/**
 * Builds the index of an archive in one go.
 * Memory: one part's inversion (up to 4,096 documents), a window of each part, and what `scratch` keeps.
 * @throws where documents do not come oldest first.
 */
export async function buildGramIndex(options: BuildOptions): Promise<IndexReport> {
  const scratch = options.scratch ?? ((_name, bytes) => memorySource(bytes));
  const parts: { year: string; source: ByteSource }[] = [];
  let inverter = new Inverter();
  let date = '';
  const finish = () => {
    if (inverter.size === 0) return;
    parts.push({ year: date.slice(0, 4), source: scratch(`part-${parts.length}`, inverter.part()) });
    inverter = new Inverter();
  };
  for await (const document of options.documents) {
    if (document.date < date)
      throw new Error(
        `${document.path}: expected documents oldest first, got ${document.date} after ${date}`,
      );
    if (inverter.size === PART_DOCUMENTS || document.date.slice(0, 4) !== date.slice(0, 4)) finish();
    date = document.date;
    inverter.add(document);
  }
  finish();
  const open = date.slice(0, 4);
  return joinParts({
    ...options,
    parts: parts.map(({ year, source }) => ({ source, kind: year === open ? 'open' : 'closed' })),
  });
}

/**
 * Merges parts into the segments of an index and writes its root.
 * @param options.parts in the archive's order, as `planParts` cut it
 */
export async function joinParts(
  options: WriteOptions & { parts: readonly { kind: 'closed' | 'open'; source: ByteSource }[] },
): Promise<IndexReport> {
  const { write, deflate = (bytes: Uint8Array) => deflateSync(bytes, { level: 6 }) } = options;
  const before = options.previous?.segments ?? [];
  const segments: SegmentEntry[] = [];
  let characters = 0;
  for (const kind of ['closed', 'open'] as const) {
    const parts = options.parts
      .filter((part) => part.kind === kind)
      .map(({ source }) => new PartReader(source));
    characters += parts.reduce((sum, part) => sum + part.characters, 0);
    if (parts.length > 0)
      segments.push(await writeSegment({ kind, parts, write, deflate, previous: before }));
  }
  const root: Root = { version: FORMAT, segments };
  const encoded = encodeRoot(root, deflate);
  await write(ROOT_FILE, encoded);
  const same = (segment: SegmentEntry) => before.some((one) => one.name === segment.name);
  return {
    root,
    documents: segments.reduce((sum, one) => sum + one.documents, 0),
    characters,
    files: segments.reduce((sum, one) => sum + one.firstKeys.length + one.pathFiles, 1),
    bytes: segments.reduce((sum, one) => sum + one.bytes, encoded.length),
    kept: segments.filter(same).map((one) => one.name),
    written: segments.filter((one) => !same(one)).map((one) => one.name),
  };
}
