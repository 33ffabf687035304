import type { PassageCount } from './boilerplate.ts';
import { ByteReader, ByteWriter } from './bytes.ts';
import type { Postings } from './postings.ts';
import type { ByteSource } from './types.ts';

/**
 * A part: the postings of up to 4,096 consecutive documents, sorted by key, uncompressed.
 * It lives between inverting and merging, and in a build cache; it is never published.
 * Layout: length of the header (4 bytes, little-endian), the header as JSON, then one entry after the other.
 */

/** A document of a part. */
export interface PartDocument {
  path: string;
  date: string;
  digest: string;
}

/** What a part knows besides its postings. */
interface PartHeader {
  documents: readonly PartDocument[];
  /** Passages that more than one of them has. */
  repeated: readonly PassageCount[];
}

/** Encodes a part. The postings' bytes are copied at once, so they may be views that change. */
export function encodePart(head: PartHeader, postings: Iterable<Postings>): Uint8Array {
  const writer = new ByteWriter(1 << 20);
  const header = new TextEncoder().encode(JSON.stringify(head));
  writer.uint32(header.length);
  writer.append(header);
  for (const { key, count, last, gaps, payloads, extra } of postings) {
    writer.varint(key.length);
    for (let i = 0; i < key.length; i++) writer.varint(key.charCodeAt(i));
    for (const number of [count, last, gaps.length, extra.length]) writer.varint(number);
    for (const column of [gaps, payloads, extra]) writer.append(column);
  }
  return writer.view().slice();
}

const WINDOW = 1 << 18;
/** More than a key and the numbers of an entry can take. */
const ENTRY_HEAD = 4096;

/** Reads a part entry by entry, holding one window of it. */
export class PartReader {
  readonly documents: PartHeader['documents'];
  readonly repeated: PartHeader['repeated'];
  private readonly source: ByteSource;
  private at: number;
  /** Offset of the window in the source. */
  private from = 0;
  private window = new Uint8Array(0);
  /** Bytes of the whole part. */
  readonly size: number;

  constructor(source: ByteSource) {
    this.source = source;
    this.size = source.size;
    this.at = 4 + new ByteReader(source.read(0, 4)).uint32();
    const head = JSON.parse(new TextDecoder().decode(source.read(4, this.at))) as PartHeader;
    this.documents = head.documents;
    this.repeated = head.repeated;
  }

  /** A reader at the current offset, with `size` bytes in the window. */
  private reader(size: number): ByteReader {
    const end = Math.min(this.source.size, this.at + size);
    if (end > this.from + this.window.length || this.at < this.from) {
      const to = Math.min(this.source.size, Math.max(end, this.at + WINDOW));
      this.window = this.source.read(this.at, to).slice();
      this.from = this.at;
    }
    return new ByteReader(this.window, this.at - this.from);
  }

  /** Reads the next entry: views that hold until the one after it; null at the end. */
  next(): Postings | null {
    if (this.at >= this.source.size) return null;
    const reader = this.reader(ENTRY_HEAD);
    const units = reader.varint();
    let key = '';
    for (let i = 0; i < units; i++) key += String.fromCharCode(reader.varint());
    const [count = 0, last = 0, gapBytes = 0, extraBytes = 0] = [0, 1, 2, 3].map(() => reader.varint());
    this.at = this.from + reader.at;
    const size = gapBytes + count + extraBytes;
    const body = this.reader(size);
    const columns = { gaps: body.take(gapBytes), payloads: body.take(count), extra: body.take(extraBytes) };
    this.at += size;
    return { key, count, last, ...columns };
  }
}

/** A source over bytes in memory. */
export function memorySource(bytes: Uint8Array): ByteSource {
  return { size: bytes.length, read: (from, to) => bytes.subarray(from, to) };
}
