import { ByteReader, ByteWriter } from './bytes.ts';
import { CHAR_MARK } from './grams.ts';
import { extraBytes, readNotes } from './note.ts';
import type { Postings } from './part.ts';
import { packStrings, unpackStrings } from './sorted-strings.ts';

/**
 * A chunk: one file of postings. Keys, counts, gaps and notes stand in columns, because like packs best beside like;
 * for the same reason the columns of gaps and notes go from rare keys to frequent ones.
 * Single characters are seldom looked up and pack six times as well: they stand together, in larger chunks, and so leave more files to the pairs.
 * A key whose postings fill more than a chunk begins a chunk of its own and goes on in the next ones; each piece counts its documents from -1.
 */

/** How much larger chunks of single characters are, before deflating. */
const SINGLES = 6;

/** Encodes chunks of about `target` bytes before deflating, and hands each over with its first key. */
export class ChunkWriter {
  private readonly target: number;
  private readonly emit: (firstKey: string, raw: Uint8Array) => void;
  private entries: Postings[] = [];
  private size = 0;

  constructor(target: number, emit: (firstKey: string, raw: Uint8Array) => void) {
    this.target = target;
    this.emit = emit;
  }

  /** Adds the postings of the next key. Keys come in order, each once; the bytes are copied. */
  add(postings: Postings): void {
    const single = postings.key.startsWith(CHAR_MARK);
    if (single !== this.entries.at(-1)?.key.startsWith(CHAR_MARK)) this.flush();
    const target = single ? this.target * SINGLES : this.target;
    if (postings.gaps.length + postings.notes.length + postings.extra.length <= target) {
      this.append(postings);
      if (this.size >= target) this.flush();
      return;
    }
    this.flush();
    for (const piece of pieces(postings, target)) {
      if (this.entries.length > 0) this.flush();
      this.append(piece);
    }
  }

  private append(postings: Postings): void {
    const { gaps, notes, extra, key } = postings;
    this.entries.push({ ...postings, gaps: gaps.slice(), notes: notes.slice(), extra: extra.slice() });
    this.size += gaps.length + notes.length + extra.length + key.length * 2;
  }

  /** Hands over what is left. */
  flush(): void {
    const [first] = this.entries;
    if (!first) return;
    const raw = new ByteWriter(this.size * 2);
    raw.append(packStrings(this.entries.map((entry) => entry.key)));
    for (const entry of this.entries) raw.varint(entry.count);
    const order = rareFirst(this.entries.map((entry) => entry.count)).flatMap((i) => this.entries[i] ?? []);
    for (const entry of order) raw.append(entry.gaps);
    for (const entry of order) raw.append(entry.notes);
    for (const entry of order) raw.append(entry.extra);
    this.emit(first.key, raw.view());
    this.entries = [];
    this.size = 0;
  }
}

/** Positions of counts from the least to the greatest; among equals the first comes first. */
function rareFirst(counts: readonly number[]): number[] {
  return counts.map((_, i) => i).sort((a, b) => (counts[a] ?? 0) - (counts[b] ?? 0) || a - b);
}

/** Cuts a long list of postings into pieces of about `target` bytes. */
function* pieces(postings: Postings, target: number): Generator<Postings> {
  const reader = new ByteReader(postings.gaps);
  const writer = new ByteWriter(target);
  let document = -1;
  let last = -1;
  let from = 0;
  let extraFrom = 0;
  for (let taken = 1; taken <= postings.count; taken++) {
    document += reader.varint();
    writer.varint(document - last);
    last = document;
    const enough = writer.length + (taken - from) * 1.5 >= target;
    if (!enough && taken < postings.count) continue;
    const extraTo = extraFrom + extraBytes(postings.notes, from, taken);
    yield {
      key: postings.key,
      count: taken - from,
      last,
      gaps: writer.view(),
      notes: postings.notes.subarray(from, taken),
      extra: postings.extra.subarray(extraFrom, extraTo),
    };
    writer.clear();
    last = -1;
    from = taken;
    extraFrom = extraTo;
  }
}

/** Postings unpacked: documents ascending; a mask and a level each. */
export interface PostingList {
  documents: Uint32Array;
  masks: Uint32Array;
  levels: Uint8Array;
}

/** A chunk read back. */
export class Chunk {
  readonly keys: string[];
  private readonly raw: Uint8Array;
  private readonly counts: number[];
  /** Where each key's bytes begin in the columns. */
  private readonly gapStarts: Uint32Array;
  private readonly noteStarts: Uint32Array;
  private readonly extraStarts: Uint32Array;

  constructor(raw: Uint8Array) {
    const reader = new ByteReader(raw);
    this.raw = raw;
    this.keys = unpackStrings(reader);
    this.counts = this.keys.map(() => reader.varint());
    const size = this.keys.length;
    this.gapStarts = new Uint32Array(size);
    this.noteStarts = new Uint32Array(size);
    this.extraStarts = new Uint32Array(size);
    const order = rareFirst(this.counts);
    let { at } = reader;
    for (const i of order) {
      this.gapStarts[i] = at;
      for (let left = this.counts[i] ?? 0; left > 0 && at < raw.length; at++)
        if ((raw[at] ?? 0) < 128) left--;
    }
    for (const i of order) {
      this.noteStarts[i] = at;
      at += this.counts[i] ?? 0;
    }
    for (const i of order) {
      this.extraStarts[i] = at;
      const notes = this.noteStarts[i] ?? 0;
      at += extraBytes(raw, notes, notes + (this.counts[i] ?? 0));
    }
  }

  /** Position of the first key that is not before `key`. */
  lowerBound(key: string): number {
    return lowerBound(this.keys, key);
  }

  /** The postings at a position. */
  list(index: number): PostingList {
    const count = this.counts[index] ?? 0;
    const documents = new Uint32Array(count);
    const reader = new ByteReader(this.raw, this.gapStarts[index]);
    let document = -1;
    for (let i = 0; i < count; i++) {
      document += reader.varint();
      documents[i] = document;
    }
    const from = this.noteStarts[index] ?? 0;
    const masks = new Uint32Array(count);
    const levels = new Uint8Array(count);
    const extra = this.raw.subarray(this.extraStarts[index]);
    readNotes(this.raw.subarray(from, from + count), extra, masks, levels);
    return { documents, masks, levels };
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
