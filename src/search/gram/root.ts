import { ByteReader, ByteWriter } from './bytes.ts';
import { lowerBound } from './chunk.ts';
import { seal, unseal } from './envelope.ts';
import { type Place, unpackPlaces } from './paths.ts';
import { FORMAT } from './segment.ts';
import { packStrings, unpackStrings } from './sorted-strings.ts';
import type { Deflate, Root, SegmentEntry } from './types.ts';

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

/**
 * Reads the root.
 * @throws where the file is damaged or of another format.
 */
export async function decodeRoot(bytes: Uint8Array): Promise<Root> {
  const reader = new ByteReader(await unseal(bytes));
  const root = JSON.parse(new TextDecoder().decode(reader.take(reader.varint()))) as Root;
  if (root.version !== FORMAT) throw new Error(`index format ${root.version}, expected ${FORMAT}`);
  for (const segment of root.segments) segment.firstKeys = unpackStrings(reader);
  return root;
}

/** Positions of the chunks that may hold a key. */
export function chunksOfKey(segment: SegmentEntry, key: string): number[] {
  const { firstKeys } = segment;
  const from = lowerBound(firstKeys, key);
  let to = from;
  while (to < firstKeys.length && firstKeys[to] === key) to++;
  if (from === to) return from === 0 ? [] : [from - 1];
  return range(from, to);
}

/** Positions of the chunks that may hold keys with a prefix. */
export function chunksOfPrefix(segment: SegmentEntry, prefix: string): number[] {
  const { firstKeys } = segment;
  const from = lowerBound(firstKeys, prefix);
  let to = from;
  while (to < firstKeys.length && firstKeys[to]?.startsWith(prefix)) to++;
  return range(firstKeys[from] === prefix ? from : Math.max(0, from - 1), to);
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
}

/** Where a document's line stands: the file of paths and the line in it. */
export function pathFileOf(segment: SegmentEntry, document: number): [file: number, line: number] {
  if (segment.paths !== null) return [0, document];
  return [Math.floor(document / segment.pathBlock), document % segment.pathBlock];
}

/**
 * Reads a file of paths.
 * @param first number of its first document in the segment
 */
export function decodePaths(packed: string, segment: SegmentEntry, first: number): Place[] {
  let month = 0;
  let end = segment.months[0]?.[1] ?? 0;
  return unpackPlaces(packed, (index) => {
    while (first + index >= end && month < segment.months.length - 1)
      end += segment.months[++month]?.[1] ?? 0;
    return segment.months[month]?.[0] ?? '';
  });
}
