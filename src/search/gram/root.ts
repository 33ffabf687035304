import type { MonthCount } from './answer.ts';
import { ByteReader, ByteWriter } from './bytes.ts';
import { lowerBound } from './chunk.ts';
import { seal, unseal } from './envelope.ts';
import { type PathAndDate, unpackPaths } from './paths.ts';
import { packStrings, unpackStrings } from './sorted-strings.ts';
import type { Deflate, Root, SegmentEntry } from './types.ts';

/** Raised whenever the bytes of an index change their meaning. */
export const FORMAT = 3;

/** Name of the root file. */
export const ROOT_FILE = 'root.bin';

/** Encodes the root: its length and JSON without the first keys, then the first keys of each segment. */
export function encodeRoot(root: Root, deflate: Deflate): Uint8Array {
  const bare: Root = { ...root, segments: root.segments.map((segment) => ({ ...segment, firstKeys: [] })) };
  const json = new TextEncoder().encode(JSON.stringify(bare));
  const writer = new ByteWriter(json.length + 1024);
  writer.varint(json.length);
  writer.append(json);
  for (const segment of root.segments) writer.append(packStrings(segment.firstKeys));
  return seal(writer.view(), deflate);
}

/** Reads the root. @throws where the file is damaged or of another format. */
export async function decodeRoot(bytes: Uint8Array): Promise<Root> {
  const reader = new ByteReader(await unseal(bytes));
  const root = JSON.parse(new TextDecoder().decode(reader.take(reader.varint()))) as Root;
  if (root.version !== FORMAT) throw new Error(`index format ${root.version}, expected ${FORMAT}`);
  for (const segment of root.segments) segment.firstKeys = unpackStrings(reader);
  return root;
}

/** A key to look up; where `prefix`, every key that begins with it. */
export interface Lookup {
  key: string;
  prefix: boolean;
}

/** True for a key that is looked up. */
export const isWanted = ({ key, prefix }: Lookup, found: string | undefined): boolean =>
  prefix ? (found?.startsWith(key) ?? false) : found === key;

/** Numbers of the chunks that may hold what is looked up. */
export function chunksOf({ firstKeys }: SegmentEntry, lookup: Lookup): number[] {
  const first = lowerBound(firstKeys, lookup.key);
  let to = first;
  while (isWanted(lookup, firstKeys[to])) to++;
  const from = firstKeys[first] === lookup.key ? first : Math.max(0, first - 1);
  return Array.from({ length: to - from }, (_, i) => from + i);
}

/** Where a document's line stands: the file of paths and the line in it. */
export function pathFileOf(
  { paths, pathBlock }: SegmentEntry,
  document: number,
): [file: number, line: number] {
  return paths === null ? [Math.floor(document / pathBlock), document % pathBlock] : [0, document];
}

/** Reads a file of paths. @param first number of its first document in the segment */
export function decodePaths(packed: string, segment: SegmentEntry, first: number): PathAndDate[] {
  const monthOf = monthsInOrder(segment.months);
  return unpackPaths(packed, (index) => monthOf(first + index));
}

/**
 * Every month of the archive with its articles and matches.
 * @param refuted documents that do not count
 */
export function countMonths(root: Root, documents: Uint32Array, refuted: ReadonlySet<number>): MonthCount[] {
  const months = new Map<string, MonthCount>();
  for (const [month, of] of root.segments.flatMap((segment) => segment.months))
    months.set(month, { month, count: 0, of: of + (months.get(month)?.of ?? 0) });
  const monthOf = monthsInOrder(root.segments.flatMap((segment) => segment.months));
  for (const document of documents) {
    const month = months.get(monthOf(document));
    if (month && !refuted.has(document)) month.count++;
  }
  return [...months.values()];
}

/** The month of a document by its number, asked for in ascending order: numbers are in order of date. */
function monthsInOrder(months: SegmentEntry['months']): (document: number) => string {
  let index = 0;
  let end = months[0]?.[1] ?? 0;
  return (document) => {
    while (document >= end && index < months.length - 1) end += months[++index]?.[1] ?? 0;
    return months[index]?.[0] ?? '';
  };
}
