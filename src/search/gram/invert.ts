import { ByteWriter } from './bytes.ts';
import { classOf, WORD } from './chars.ts';
import { Digest } from './digest.ts';
import { fold } from './fold.ts';
import { GramTable } from './gram-table.ts';
import { eachGram, filterKey, type GramSink, WORD_MARK } from './grams.ts';
import { ANYWHERE, levelOf, MODULUS, TITLE_LEVEL, writeNote } from './note.ts';
import { encodePart, type PartDocument, type Postings } from './part.ts';
import { sortedKeys } from './sorted-keys.ts';
import type { IndexDocument } from './types.ts';

/** Most documents in one part: bounds the memory of an inversion to about 200 MB for articles of usual length. */
export const PART_DOCUMENTS = 4096;

/**
 * Collects postings of consecutive documents and turns them into a part.
 * Every occurrence looks its gram up once; postings go to one log in document order, which a counting sort puts in gram order.
 */
export class Inverter implements GramSink {
  private readonly table = new GramTable();
  private readonly words = new Map<string, number>();
  /** Ids of words and filters count from the top down, so that they and the table's ids do not meet. */
  private readonly keys: string[] = [];

  private ids = new Uint32Array(1 << 16);
  private documentOf = new Uint16Array(1 << 16);
  private masks = new Uint32Array(1 << 16);
  /** Occurrences in the document being added, then the level. */
  private levels = new Uint8Array(1 << 16);
  private inTitle = new Uint8Array(1 << 16);
  private length = 0;
  /** Last log entry of each gram, of each word. */
  private lastOfGram = new Int32Array(1 << 16).fill(-1);
  private readonly lastOfWord: number[] = [];

  private readonly documents: PartDocument[] = [];
  private document = 0;
  private base = 0;
  private title = false;
  private characters = 0;

  /** Number of documents taken so far. */
  get size(): number {
    return this.documents.length;
  }

  /** Adds the next document. */
  add(document: IndexDocument): void {
    if (this.documents.length === PART_DOCUMENTS)
      throw new Error(`A part holds ${PART_DOCUMENTS} documents.`);
    this.document = this.documents.length;
    this.base = 0;
    const from = this.length;
    const digest = new Digest().add(document.path).add(document.date);
    for (const tag of document.tags) digest.add(tag);
    digest.add('');
    this.title = true;
    this.text(document.title, digest);
    this.title = false;
    this.text(document.author, digest);
    for (const passage of document.passages) this.text(passage, digest);
    this.finish(from);
    this.filter(filterKey('author', document.author));
    for (const tag of new Set(document.tags)) this.filter(filterKey('topic', tag));
    this.documents.push({ path: document.path, date: document.date, digest: digest.hex() });
  }

  private text(text: string, digest: Digest): void {
    digest.add(text);
    this.characters += text.length;
    const folded = fold(text);
    eachGram(folded, this);
    this.base += folded.length + 1;
  }

  /** Turns counts into levels, once the document's length is known. */
  private finish(from: number): void {
    for (let i = from; i < this.length; i++) {
      this.levels[i] = this.inTitle[i] === 1 ? TITLE_LEVEL : levelOf(this.levels[i] ?? 1, this.base);
    }
  }

  gram(high: number, low: number, at: number): void {
    const id = this.table.id(high, low);
    if (id >= this.lastOfGram.length) {
      const next = new Int32Array(this.lastOfGram.length * 2).fill(-1);
      next.set(this.lastOfGram);
      this.lastOfGram = next;
    }
    const last = this.lastOfGram[id] ?? -1;
    if (last >= 0 && this.documentOf[last] === this.document) this.again(last, at);
    else this.lastOfGram[id] = this.first(id, at);
  }

  word(key: string, at: number): void {
    const index = this.wordIndex(WORD_MARK + key);
    const last = this.lastOfWord[index] ?? -1;
    if (last >= 0 && this.documentOf[last] === this.document) this.again(last, at);
    else this.lastOfWord[index] = this.first(0xffffffff - index, at);
  }

  private wordIndex(key: string): number {
    const known = this.words.get(key);
    if (known !== undefined) return known;
    this.words.set(key, this.keys.length);
    this.lastOfWord.push(-1);
    return this.keys.push(key) - 1;
  }

  private filter(key: string): void {
    const index = this.wordIndex(key);
    const entry = this.first(0xffffffff - index, 0);
    this.masks[entry] = ANYWHERE;
    this.levels[entry] = 0;
  }

  private first(id: number, at: number): number {
    if (this.length === this.ids.length) this.grow();
    const entry = this.length++;
    this.ids[entry] = id;
    this.documentOf[entry] = this.document;
    this.masks[entry] = 1 << ((this.base + at) % MODULUS);
    this.levels[entry] = 1;
    this.inTitle[entry] = this.title ? 1 : 0;
    return entry;
  }

  private again(entry: number, at: number): void {
    this.masks[entry] = (this.masks[entry] ?? 0) | (1 << ((this.base + at) % MODULUS));
    const count = this.levels[entry] ?? 0;
    if (count < 255) this.levels[entry] = count + 1;
  }

  private grow(): void {
    const size = this.length * 2;
    const ids = new Uint32Array(size);
    const documentOf = new Uint16Array(size);
    ids.set(this.ids);
    documentOf.set(this.documentOf);
    this.ids = ids;
    this.documentOf = documentOf;
    const masks = new Uint32Array(size);
    masks.set(this.masks);
    this.masks = masks;
    this.levels = wider(this.levels, size);
    this.inTitle = wider(this.inTitle, size);
  }

  /** The part: its documents, and the postings in the order of their keys. */
  part(): Uint8Array {
    return encodePart({ documents: this.documents, characters: this.characters }, this.postings());
  }

  /** Every key with its postings. The bytes are views that change with the next one. */
  private *postings(): Generator<Postings> {
    const grams = this.table.size;
    const { starts, sorted } = this.byGram();
    const gaps = new ByteWriter();
    const notes = new ByteWriter();
    const extra = new ByteWriter();
    for (const { key, id } of sortedKeys(this.table, this.keys)) {
      gaps.clear();
      notes.clear();
      extra.clear();
      const unplaced = id < grams && placeless(this.table.highs[id] ?? 0, this.table.lows[id] ?? 0);
      const from = starts[id] ?? 0;
      const to = starts[id + 1] ?? 0;
      let last = -1;
      for (let i = from; i < to; i++) {
        const entry = sorted[i] ?? 0;
        const document = this.documentOf[entry] ?? 0;
        gaps.varint(document - last);
        last = document;
        const level = this.levels[entry] ?? 0;
        if (!unplaced) writeNote(level, this.masks[entry] ?? 0, notes, extra);
        else writeNote(level === TITLE_LEVEL ? level : 0, ANYWHERE, notes, extra);
      }
      yield { key, count: to - from, last, gaps: gaps.view(), notes: notes.view(), extra: extra.view() };
    }
  }

  /** Positions in the log in the order of gram ids, by a counting sort: `sorted[starts[id] … starts[id + 1]]`. */
  private byGram(): { starts: Uint32Array; sorted: Uint32Array } {
    const grams = this.table.size;
    const total = grams + this.keys.length;
    const dense = (id: number) => (id < grams ? id : grams + (0xffffffff - id));
    const starts = new Uint32Array(total + 1);
    for (let i = 0; i < this.length; i++) {
      const id = dense(this.ids[i] ?? 0);
      starts[id] = (starts[id] ?? 0) + 1;
    }
    for (let id = 1; id <= total; id++) starts[id] = (starts[id] ?? 0) + (starts[id - 1] ?? 0);
    const sorted = new Uint32Array(this.length);
    for (let i = this.length - 1; i >= 0; i--) {
      const id = dense(this.ids[i] ?? 0);
      const start = (starts[id] ?? 0) - 1;
      starts[id] = start;
      sorted[start] = i;
    }
    return { starts, sorted };
  }
}

/**
 * Grams whose places are not worth their bytes: single characters, which are looked up alone, and the insides of words,
 * which are looked up only for a stretch from the middle of a word.
 */
function placeless(high: number, low: number): boolean {
  return high === 0 || high > 0x10ffff || (classOf(high) >= WORD && classOf(low) >= WORD);
}

function wider(array: Uint8Array, size: number): Uint8Array<ArrayBuffer> {
  const next = new Uint8Array(size);
  next.set(array);
  return next;
}

/** Inverts up to `PART_DOCUMENTS` documents: the unit of work for a pool of workers. */
export async function buildPart(
  documents: AsyncIterable<IndexDocument> | Iterable<IndexDocument>,
): Promise<Uint8Array> {
  const inverter = new Inverter();
  for await (const document of documents) inverter.add(document);
  return inverter.part();
}
