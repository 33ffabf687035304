import { ByteReader, ByteWriter } from './bytes.ts';
import { extraBytes, readNotes } from './note.ts';
import type { Postings } from './part.ts';

/**
 * A chunk: one file of postings. Keys, counts, gaps and notes stand in columns, because like packs best beside like.
 * A key whose postings fill more than a chunk begins a chunk of its own and goes on in the next ones; each piece counts its documents from -1.
 */

/** The postings of one key in one chunk, packed. */
interface Entry {
  key: string;
  count: number;
  gapBytes: number;
}

/** Encodes chunks of about `target` bytes before deflating, and hands each over with its first key. */
export class ChunkWriter {
  private readonly target: number;
  private readonly emit: (firstKey: string, raw: Uint8Array) => void;
  private entries: Entry[] = [];
  private readonly gaps = new ByteWriter(1 << 16);
  private readonly notes = new ByteWriter(1 << 16);
  private readonly extra = new ByteWriter(1 << 16);
  private keyUnits = 0;

  constructor(target: number, emit: (firstKey: string, raw: Uint8Array) => void) {
    this.target = target;
    this.emit = emit;
  }

  private get size(): number {
    const postings = this.gaps.length + this.notes.length + this.extra.length;
    return postings + this.keyUnits * 2 + this.entries.length * 2;
  }

  /** Adds the postings of the next key. Keys come in order, each once. */
  add(postings: Postings): void {
    if (postings.gaps.length + postings.notes.length + postings.extra.length <= this.target) {
      this.append(postings);
      if (this.size >= this.target) this.flush();
      return;
    }
    this.flush();
    for (const piece of pieces(postings, this.target)) {
      if (this.entries.length > 0) this.flush();
      this.append(piece);
    }
  }

  private append({ key, count, gaps, notes, extra }: Postings): void {
    this.entries.push({ key, count, gapBytes: gaps.length });
    this.keyUnits += key.length;
    this.gaps.append(gaps);
    this.notes.append(notes);
    this.extra.append(extra);
  }

  /** Hands over what is left. */
  flush(): void {
    const [first] = this.entries;
    if (!first) return;
    const keys = new TextEncoder().encode(this.entries.map((entry) => entry.key).join('\n'));
    const raw = new ByteWriter(this.size + keys.length);
    raw.varint(keys.length);
    raw.append(keys);
    for (const entry of this.entries) raw.varint(entry.count);
    for (const entry of this.entries) raw.varint(entry.gapBytes);
    raw.append(this.gaps.view());
    raw.append(this.notes.view());
    raw.append(this.extra.view());
    this.emit(first.key, raw.view());
    this.entries = [];
    this.keyUnits = 0;
    this.gaps.clear();
    this.notes.clear();
    this.extra.clear();
  }
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
  /** Where the columns of each key begin; one more entry holds their ends. */
  private readonly gapStarts: Uint32Array;
  private readonly noteStarts: Uint32Array;
  private readonly extraStarts: Uint32Array;

  constructor(raw: Uint8Array) {
    const reader = new ByteReader(raw);
    this.raw = raw;
    this.keys = new TextDecoder().decode(reader.take(reader.varint())).split('\n');
    const size = this.keys.length;
    const counts = Array.from({ length: size }, () => reader.varint());
    const gapBytes = Array.from({ length: size }, () => reader.varint());
    this.gapStarts = sums(gapBytes, reader.at);
    this.noteStarts = sums(counts, this.gapStarts[size] ?? 0);
    const extra = counts.map((_, i) => extraBytes(raw, this.noteStarts[i], this.noteStarts[i + 1]));
    this.extraStarts = sums(extra, this.noteStarts[size] ?? 0);
  }

  /** Position of the first key that is not before `key`. */
  lowerBound(key: string): number {
    return lowerBound(this.keys, key);
  }

  /** The postings at a position. */
  list(index: number): PostingList {
    const notes = this.raw.subarray(this.noteStarts[index], this.noteStarts[index + 1]);
    const extra = this.raw.subarray(this.extraStarts[index], this.extraStarts[index + 1]);
    const documents = new Uint32Array(notes.length);
    const reader = new ByteReader(this.raw, this.gapStarts[index]);
    let document = -1;
    for (let i = 0; i < notes.length; i++) {
      document += reader.varint();
      documents[i] = document;
    }
    const masks = new Uint32Array(notes.length);
    const levels = new Uint8Array(notes.length);
    readNotes(notes, extra, masks, levels);
    return { documents, masks, levels };
  }
}

/** Running sums: `start`, `start + sizes[0]`, … */
function sums(sizes: readonly number[], start: number): Uint32Array {
  const starts = new Uint32Array(sizes.length + 1);
  let at = start;
  starts[0] = at;
  sizes.forEach((size, i) => {
    at += size;
    starts[i + 1] = at;
  });
  return starts;
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
