import { classOf, DENSE, JOINER, WORD } from '../search/gram/character-class.ts';
import { fold } from '../search/gram/fold.ts';
import { isCommonPair, isCommonWord } from './common.ts';
import { signatureOf } from './signature.ts';

/** What other articles are found by. Those of all articles are held at once, so it is some hundred bytes. */
export interface Terms {
  /** The article's most telling terms, packed (`eachTermOf`). */
  terms: Buffer;
  /** What its text is compared by with others' to find the same text again (`alike`); empty where it is too short to tell. */
  signature: Buffer;
}

/** A string that an article uses: a word of Latin letters, or two Han characters that stand together. */
interface Term {
  /** 32 bits of hash: two strings may share one, which costs a little precision and nothing else. */
  hash: number;
  /** How much the article is about it, 4 to 31. */
  weight: number;
  /** Whether its title has it. */
  isTitle: boolean;
}

/** Terms that are kept of an article. */
const KEPT = 64;
/** UTF-16 units of an article that are looked at: what a longer one is about is told by then. */
const READ = 40_000;
/** Units of its beginning, which says what it is about. */
const LEAD = 240;
/** Occurrences that one in the lead or in the title stands for. */
const IN_LEAD = 2;
const IN_TITLE = 4;
/** Longest word that is a term, in units: longer ones are addresses and hashes. */
const LONGEST = 32;

/**
 * Finds what an article is about: the strings that its title and its text use most. Pairs of Han characters need no dictionary, so every
 * version of Node finds the same. Linear in the text.
 * @param text title and plain text, block by block
 */
export function termsOf({ title, passages }: { title: string; passages: readonly string[] }): Terms {
  const counts = new Map<number, number>();
  const prose = proseOf(passages);
  let read = 0;
  for (const passage of prose) {
    const times = read < LEAD ? IN_LEAD : 1;
    eachTerm(passage, (hash) => counts.set(hash, (counts.get(hash) ?? 0) + times));
    read += passage.length;
  }
  const titled = new Set<number>();
  eachTerm(fold(title.slice(0, READ)), (hash) => {
    const count = counts.get(hash) ?? 0;
    // A string that the text does not take up is the name of a column, or a turn of phrase; a text of one line takes up nothing.
    if (titled.has(hash) || (count === 0 && read > LEAD)) return;
    titled.add(hash);
    counts.set(hash, count + IN_TITLE);
  });
  return { terms: packTerms(mostTelling(counts, titled)), signature: signatureOf(prose) };
}

/** The terms of the title, then those that stand most often, then by hash. */
function mostTelling(counts: ReadonlyMap<number, number>, titled: ReadonlySet<number>): Term[] {
  let found: { hash: number; count: number; isTitle: boolean }[] = [];
  for (const [hash, count] of counts) {
    const isTitle = titled.has(hash);
    if (count > 1 || isTitle) found.push({ hash, count, isTitle });
  }
  // What stands once is looked at only where there is room for it.
  if (found.length < KEPT)
    found = [...counts].map(([hash, count]) => ({ hash, count, isTitle: titled.has(hash) }));
  return found
    .sort((a, b) => Number(b.isTitle) - Number(a.isTitle) || b.count - a.count || a.hash - b.hash)
    .slice(0, KEPT)
    .map(({ hash, count, isTitle }) => ({ hash, weight: weightOf(count), isTitle }));
}

/** Two Han characters that stand together. */
const HAN = /[\u3400-\u9fff]{2}/;

/** Passages folded, those without Han left out where others have some: code, commands and their output say little of what an article is about. */
function proseOf(passages: readonly string[]): string[] {
  const read: string[] = [];
  let units = 0;
  for (const passage of passages) {
    if (units >= READ) break;
    read.push(passage.slice(0, READ - units));
    units += passage.length;
  }
  const han = read.filter((passage) => HAN.test(passage));
  return (han.length * 4 >= read.length ? han : read).map(fold);
}

/** 1 + log2 of a number of occurrences, in quarters: 1 → 4, 2 → 8, 3 → 10, 4 → 12. In whole numbers, so that no machine rounds otherwise. */
function weightOf(count: number): number {
  const octave = 31 - Math.clz32(count);
  const quarter = (count << 2) >> octave; // 4 to 7: the two bits after the first
  return Math.min(31, octave * 4 + quarter);
}

/** Calls with the hash of each term of a folded text. */
function eachTerm(text: string, take: (hash: number) => void): void {
  let before = 0;
  for (let at = 0; at < text.length; ) {
    const unit = text.charCodeAt(at);
    const kind = classOf(unit);
    if (kind === DENSE) {
      if (before !== 0 && !isCommonPair(before, unit)) take(mixed((before << 16) | unit));
      before = unit;
      at++;
      continue;
    }
    before = 0;
    if (kind !== WORD) {
      at++;
      continue;
    }
    const end = wordEnd(text, at);
    if (end - at >= 2 && end - at <= LONGEST) {
      const word = text.slice(at, end);
      if (!NUMBER.test(word) && !isCommonWord(word)) take(hashOf(word));
    }
    at = end;
  }
}

/** A number or version by itself: the same ones stand with everything. */
const NUMBER = /^(?:v|rc|alpha|beta)?[\d.]+$/;
const DOT = 46;

/** End of a word: letters and digits, with `+ # .` between or after them, as in `c++` and `node.js`; a dot at the end is none of it. */
function wordEnd(text: string, from: number): number {
  let end = from;
  for (let at = from; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const kind = classOf(unit);
    if (kind !== WORD && kind !== JOINER) break;
    if (kind === WORD || unit !== DOT) end = at + 1;
  }
  return end;
}

/** Hash of a topic's name: apart from the same string in a text. */
export const topicHash = (name: string): number => hashOf(`#${fold(name)}`);

/** FNV-1a over units, spread. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return mixed(hash);
}

/** Bits spread (the finaliser of MurmurHash3): a bijection, so that different pairs never share a hash. */
function mixed(bits: number): number {
  let hash = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) | 0;
}

/** Bytes of a packed term: four of hash, one of weight and place. */
const BYTES = 5;
const TITLE_BIT = 0x80;

function packTerms(terms: readonly Term[]): Buffer {
  const bytes = Buffer.alloc(terms.length * BYTES);
  for (const [at, { hash, weight, isTitle }] of terms.entries()) {
    bytes.writeInt32LE(hash, at * BYTES);
    bytes[at * BYTES + 4] = weight | (isTitle ? TITLE_BIT : 0);
  }
  return bytes;
}

/** Number of terms in packed ones. */
export const termCount = (packed: Buffer): number => packed.length / BYTES;

/** Takes packed terms apart. */
export function eachTermOf(
  packed: Buffer,
  take: (hash: number, weight: number, isTitle: boolean) => void,
): void {
  for (let at = 0; at + BYTES <= packed.length; at += BYTES) {
    const place = packed[at + 4] ?? 0;
    take(packed.readInt32LE(at), place & ~TITLE_BIT, (place & TITLE_BIT) !== 0);
  }
}
