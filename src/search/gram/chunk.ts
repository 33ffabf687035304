import { ByteReader } from './bytes.ts';
import { extraBytes, readPayloads } from './payload.ts';
import { unpackStrings } from './sorted-strings.ts';

/**
 * A chunk: one file of postings. Keys, counts, gaps and payloads stand in columns, because like packs best beside like;
 * for the same reason the columns of gaps and payloads go from rare keys to frequent ones.
 * Single characters are seldom looked up and pack six times as well: they stand together, in larger chunks, and so leave more files to the pairs.
 * A key whose postings fill more than a chunk begins a chunk of its own and goes on in the next ones; each piece counts its documents from -1.
 */

/** The order of keys in the columns of a chunk: by the number of their postings; among equals the first comes first. */
export const rareFirst = <T extends { count: number }>(keys: readonly T[]): T[] =>
  keys.toSorted((a, b) => a.count - b.count);

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

/** A chunk read back. A search holds many, with thousands of keys: what is known of those stands in arrays of numbers. */
export class Chunk {
  readonly keys: string[];
  readonly #raw: Uint8Array;
  /** Number of each key's postings, and where their bytes begin in the columns. */
  readonly #counts: Uint32Array;
  readonly #gaps: Uint32Array;
  readonly #payloads: Uint32Array;
  readonly #extra: Uint32Array;

  constructor(raw: Uint8Array) {
    const reader = new ByteReader(raw);
    this.#raw = raw;
    this.keys = unpackStrings(reader);
    const numbers = (): Uint32Array => new Uint32Array(this.keys.length);
    const [counts, gaps, payloads, extra] = [numbers(), numbers(), numbers(), numbers()];
    for (const key of counts.keys()) counts[key] = reader.varint();
    const countOf = (key: number): number => counts[key] ?? 0;
    const order = Array.from(counts.keys()).sort((a, b) => countOf(a) - countOf(b));
    let { at } = reader;
    for (const key of order) {
      gaps[key] = at;
      for (let left = countOf(key); left > 0 && at < raw.length; at++) if ((raw[at] ?? 0) < 128) left--;
    }
    for (const key of order) {
      payloads[key] = at;
      at += countOf(key);
    }
    for (const key of order) {
      extra[key] = at;
      at += extraBytes(raw, payloads[key] ?? 0, (payloads[key] ?? 0) + countOf(key));
    }
    [this.#counts, this.#gaps, this.#payloads, this.#extra] = [counts, gaps, payloads, extra];
  }

  /** Number of the postings at a position. */
  count(index: number): number {
    return this.#counts[index] ?? 0;
  }

  /** The postings at a position. */
  list(index: number): PostingList {
    const count = this.count(index);
    const payloads = this.#payloads[index] ?? 0;
    const list = emptyList(count);
    const reader = new ByteReader(this.#raw, this.#gaps[index] ?? 0);
    let document = -1;
    for (let i = 0; i < count; i++) {
      document += reader.varint();
      list.documents[i] = document;
    }
    readPayloads(
      this.#raw.subarray(payloads, payloads + count),
      this.#raw.subarray(this.#extra[index] ?? 0),
      list,
    );
    return list;
  }
}

/** Position of the first of sorted values, from `low` on and below `high`, that is not before `value`. */
export function lowerBound<T extends string | number>(
  sorted: ArrayLike<T>,
  value: T,
  low = 0,
  high = sorted.length,
): number {
  let [from, to] = [low, high];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((sorted[middle] ?? value) < value) from = middle + 1;
    else to = middle;
  }
  return from;
}
