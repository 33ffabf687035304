import { PassageCounter } from './boilerplate.ts';
import { withContent } from './bytes.ts';
import { POSTED } from './filters.ts';
import { GramTable } from './gram-table.ts';
import { eachGram, filterKey, type GramSink, pairHasPlaces, WORD_PREFIX } from './grams.ts';
import { TextHash } from './hash.ts';
import type { Blocks } from './match.ts';
import { encodePart, type PartDocument } from './part.ts';
import { ANYWHERE, BODY_LEVEL, levelOf, MODULUS, TITLE_LEVEL } from './payload.ts';
import { PostingLog, wordId } from './posting-log.ts';
import { type Postings, PostingsWriter } from './postings.ts';
import { sortedKeys } from './sorted-keys.ts';
import type { IndexDocument } from './types.ts';
import { BODY, foldPage, TITLE } from './verify.ts';

/** Most documents in one part: bounds the memory of an inversion to about 200 MB for articles of usual length. */
export const PART_DOCUMENTS = 4096;

/**
 * Collects postings of consecutive documents and turns them into a part.
 * Every occurrence looks its gram up once; postings go to one log in document order, which a counting sort puts in gram order.
 */
export class Inverter implements GramSink {
  private readonly table = new GramTable();
  private readonly words = new Map<string, number>();
  private readonly keys: string[] = [];
  private readonly log = new PostingLog();
  /** Last log entry of each gram, of each word. */
  private lastOfGram = new Int32Array(1 << 16).fill(-1);
  private readonly lastOfWord: number[] = [];

  private readonly documents: PartDocument[] = [];
  /** What is inverted once it is known what is boilerplate among all of them. */
  private readonly waiting: { document: IndexDocument; blocks: Blocks; passages: readonly string[] }[] = [];
  private readonly passages = new PassageCounter();
  /** Units of the document's text before the one being added. */
  private base = 0;
  private title = false;
  /** False in boilerplate. */
  private counted = true;

  /** Adds the next document. */
  add(document: IndexDocument): void {
    if (this.waiting.length === PART_DOCUMENTS) throw new Error(`A part holds ${PART_DOCUMENTS} documents.`);
    const blocks = foldPage(document).blocks;
    const passages = this.passages.add(blocks.slice(BODY).map(({ text }) => text));
    this.waiting.push({ document, blocks, passages });
  }

  private invert(
    { document, blocks, passages }: Inverter['waiting'][number],
    boilerplate: Set<string>,
  ): void {
    this.base = 0;
    const from = this.log.length;
    const hash = new TextHash().add(document.path).add(document.date);
    for (const tag of [...document.tags, '']) hash.add(tag);
    for (const text of [document.title, document.author, ...document.passages]) hash.add(text);
    blocks.forEach((block, at) => {
      this.title = at === TITLE;
      this.counted = at < BODY || !boilerplate.has(passages[at - BODY] ?? '');
      eachGram(block, this);
      this.base += block.text.length + 1;
    });
    this.setLevels(from);
    for (const { letter, valuesOf } of POSTED)
      for (const value of new Set(valuesOf(document))) this.filter(filterKey(letter, value));
    this.documents.push({ path: document.path, date: document.date, digest: hash.hex() });
  }

  /** Turns counts into levels, once the document's length is known. */
  private setLevels(from: number): void {
    const { levels, inTitle, length } = this.log;
    for (let i = from; i < length; i++)
      levels[i] = inTitle[i] === 1 ? TITLE_LEVEL : levelOf(levels[i] ?? 0, this.base);
  }

  gram(high: number, low: number, at: number): void {
    const id = this.table.id(high, low);
    if (id >= this.lastOfGram.length)
      this.lastOfGram = withContent(new Int32Array(this.lastOfGram.length * 2).fill(-1), this.lastOfGram);
    this.lastOfGram[id] = this.occurrence(id, this.lastOfGram[id] ?? -1, at);
  }

  word(key: string, at: number): void {
    const index = this.wordIndex(WORD_PREFIX + key);
    this.lastOfWord[index] = this.occurrence(wordId(index), this.lastOfWord[index] ?? -1, at);
  }

  private wordIndex(key: string): number {
    const known = this.words.get(key);
    if (known !== undefined) return known;
    this.words.set(key, this.keys.length);
    this.lastOfWord.push(-1);
    return this.keys.push(key) - 1;
  }

  private filter(key: string): void {
    this.log.append(wordId(this.wordIndex(key)), this.documents.length, ANYWHERE, false);
  }

  /** Logs an occurrence: with the `last` one where that is of the same document. */
  private occurrence(id: number, last: number, at: number): number {
    const { documents, masks } = this.log;
    const mask = 1 << ((this.base + at) % MODULUS);
    const isNew = last < 0 || documents[last] !== this.documents.length;
    const entry = isNew ? this.log.append(id, this.documents.length, mask, this.title) : last;
    if (!isNew) masks[last] = (masks[last] ?? 0) | mask;
    // Growing replaces the columns.
    const counts = this.log.levels;
    const count = counts[entry] ?? 0;
    if (this.counted && count < 255) counts[entry] = count + 1;
    return entry;
  }

  /** The part: its documents, and the postings in the order of their keys. */
  part(): Uint8Array {
    const boilerplate = this.passages.boilerplate(this.waiting.length);
    for (const one of this.waiting.splice(0)) this.invert(one, boilerplate);
    return encodePart({ documents: this.documents, repeated: this.passages.repeated() }, this.postings());
  }

  /** Every key with its postings. The bytes are views that change with the next one. */
  private *postings(): Generator<Postings> {
    const { documents, levels, masks } = this.log;
    const { size, highs, lows } = this.table;
    const { starts, sorted } = this.log.byId(size, this.keys.length);
    const writer = new PostingsWriter();
    for (const { key, id } of sortedKeys(this.table, this.keys)) {
      const unplaced = id < size && !pairHasPlaces(highs[id] ?? 0, lows[id] ?? 0);
      for (const entry of sorted.subarray(starts[id], starts[id + 1])) {
        const level = levels[entry] ?? 0;
        const document = documents[entry] ?? 0;
        if (!unplaced) writer.add(document, level, masks[entry] ?? 0);
        else writer.add(document, level === TITLE_LEVEL ? level : Math.min(level, BODY_LEVEL), ANYWHERE);
      }
      yield writer.end(key);
    }
  }
}
