import { ByteReader } from './bytes.ts';
import { extraBytes, readPayloads } from './payload.ts';
import { unpackStrings } from './sorted-strings.ts';

/**
 * A chunk: one file of postings. Keys, counts, gaps and payloads stand in columns, because like packs best beside like;
 * for the same reason the columns of gaps and payloads go from rare keys to frequent ones.
 * Single characters are seldom looked up and pack six times as well: they stand together, in larger chunks, and so leave more files to the pairs.
 * A key whose postings fill more than a chunk begins a chunk of its own and goes on in the next ones; each piece counts its documents from -1.
 */

/** Positions of counts from the least to the greatest; among equals the first comes first. */
export function rareFirst(counts: readonly number[]): number[] {
  return counts.map((_, i) => i).sort((a, b) => (counts[a] ?? 0) - (counts[b] ?? 0) || a - b);
}

/** Postings unpacked: documents ascending; a mask and a level each. */
export interface PostingList {
  documents: Uint32Array;
  masks: Uint32Array;
  levels: Uint8Array;
}

/** A list for so many postings. */
export const emptyList = (length: number): PostingList => ({
  documents: new Uint32Array(length),
  masks: new Uint32Array(length),
  levels: new Uint8Array(length),
});

/** A chunk read back. */
export class Chunk {
  readonly keys: string[];
  readonly #raw: Uint8Array;
  readonly #counts: number[];
  /** Where each key's bytes begin in the columns. */
  readonly #starts: { gaps: number; payloads: number; extra: number }[];

  constructor(raw: Uint8Array) {
    const reader = new ByteReader(raw);
    this.#raw = raw;
    this.keys = unpackStrings(reader);
    this.#counts = this.keys.map(() => reader.varint());
    this.#starts = this.keys.map(() => ({ gaps: 0, payloads: 0, extra: 0 }));
    const order = rareFirst(this.#counts).flatMap((i) => {
      const start = this.#starts[i];
      return start ? { start, count: this.#counts[i] ?? 0 } : [];
    });
    let { at } = reader;
    for (const { start, count } of order) {
      start.gaps = at;
      for (let left = count; left > 0 && at < raw.length; at++) if ((raw[at] ?? 0) < 128) left--;
    }
    for (const { start, count } of order) {
      start.payloads = at;
      at += count;
    }
    for (const { start, count } of order) {
      start.extra = at;
      at += extraBytes(raw, start.payloads, start.payloads + count);
    }
  }

  /** Position of the first key that is not before `key`. */
  lowerBound(key: string): number {
    return lowerBound(this.keys, key);
  }

  /** The postings at a position. */
  list(index: number): PostingList {
    const count = this.#counts[index] ?? 0;
    const { gaps = 0, payloads = 0, extra = 0 } = this.#starts[index] ?? {};
    const list = emptyList(count);
    const reader = new ByteReader(this.#raw, gaps);
    let document = -1;
    for (let i = 0; i < count; i++) {
      document += reader.varint();
      list.documents[i] = document;
    }
    readPayloads(this.#raw.subarray(payloads, payloads + count), this.#raw.subarray(extra), list);
    return list;
  }
}

/** Position of the first of sorted strings that is not before `key`. */
export function lowerBound(sorted: readonly string[], key: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
