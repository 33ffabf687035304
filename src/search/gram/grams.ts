import { classAt, classOf, DENSE, NONE, SIGN, startsWord, WORD } from './character-class.ts';
import { type FoldedText, fold } from './fold.ts';

/**
 * The grams of a folded text, each with the offset where it stands:
 *
 * - every dense character (Han, kana, emoji …) with the character after it, and alone where none is: `段简`, `版5`, `版,`, `段`;
 * - every word of other letters and digits from each place where one begins, as its first 12 units: `^iphone`, `^node.js`, `^js`;
 * - inside a run of word characters every three of them, and at its end the last two and the last one, so that any
 *   stretch of a word is found too: `pho`, `ne`, `e`. A last character with a dense one or a sign after it makes a pair: `0版`, `i/`;
 * - every sign in the same way, and every three signs: `=>`, `/o`, `=`, `===`. Blanks are in no gram.
 *
 * A gram's key is the text itself; words and single dense characters and signs have a prefix. Keys sort by UTF-16 units, so all that begins alike
 * stands together.
 */

/** A hyphen that was left out is found when it is looked for alone. */
const HYPHEN = 45;
/** Before a word's key. */
export const WORD_PREFIX = '\u0002';
/** Before the key of a single dense character or sign, so that these stand together (see `chunk.ts`). */
export const CHAR_PREFIX = '\u0003';
/** Before the key of a filter: the letter of its row and the value follow. */
export const FILTER_PREFIX = '\u0001';
/** Longest word key, in UTF-16 units. */
export const WORD_UNITS = 12;
/** Longest filter value that is told apart, in UTF-16 units. */
export const FILTER_UNITS = 200;

/** Key of the postings of one value of a filter, whatever its case. @param letter of its row in `filters.ts` */
export function filterKey(letter: string, value: string): string {
  const line = fold(value)
    .slice(0, FILTER_UNITS)
    .replace(/[\ud800-\udfff]/gu, '\ufffd')
    .replace(/\n/g, ' ');
  return FILTER_PREFIX + letter + line;
}

/** The key of a word: without dots at its end, cut to `WORD_UNITS`. */
export function wordKey(run: string): string {
  let end = run.length;
  while (run[end - 1] === '.') end--;
  return run.slice(0, Math.min(end, WORD_UNITS));
}

/** Takes grams as numbers, so that the inversion of a large archive makes no strings. */
export interface GramSink {
  /** One to three characters: `high` 0 and `low` the code point; or two code points; or a triple as `tripleHigh` and the third unit. */
  gram(high: number, low: number, at: number): void;
  /** A word's key, without its prefix. */
  word(key: string, at: number): void;
}

/** First half of the number of a triple: above every code point, since no word character is a control. */
export function tripleHigh(first: number, second: number): number {
  return ((first << 16) | second) >>> 0;
}

/** The key of a gram that came as numbers. */
export function gramKey(high: number, low: number): string {
  if (high === 0) return (classOf(low) < WORD ? CHAR_PREFIX : '') + String.fromCodePoint(low);
  if (high <= 0x10ffff) return String.fromCodePoint(high, low);
  return String.fromCharCode(high >>> 16, high & 0xffff, low);
}

/**
 * True for a gram whose places are kept: words and pairs of dense characters. Not worth their bytes are those of single characters, which are
 * looked up alone; of pairs with a sign or across Han and Latin, few of which are in a string; and of the insides of words, which are looked up only
 * for a stretch from the middle of a word.
 */
export const pairHasPlaces = (high: number, low: number): boolean =>
  high !== 0 && high <= 0x10ffff && classOf(high) === DENSE && classOf(low) === DENSE;

/** True for what is looked up as one dense character or sign: all keys that begin with it, and its own. */
export const isCharacter = (key: string): boolean => {
  const code = key.codePointAt(0) ?? 0;
  return key.length === (code > 0xffff ? 2 : 1) && classOf(code) !== NONE && classOf(code) <= DENSE;
};

/** True for a key whose postings have places. */
export function hasPlaces(key: string): boolean {
  if (key.startsWith(WORD_PREFIX)) return true;
  const first = key.codePointAt(0) ?? 0;
  return pairHasPlaces(first, key.codePointAt(first > 0xffff ? 2 : 1) ?? 0);
}

/** End of the run of word characters that begins at `from`. */
export function runEnd(text: string, from: number): number {
  let end = from;
  while (end < text.length && classOf(text.charCodeAt(end)) >= WORD) end++;
  return end;
}

/** Between Han these stand everywhere: a pair with what is after them would tell little for its bytes. */
const COMMON_SIGNS = new Set([',', '、', '。'].map((sign) => sign.charCodeAt(0)));

/** True for a pair that is indexed. @param code a dense character or a sign @param next the class of the character after it */
export const isPair = (code: number, next: number): boolean =>
  next !== NONE && !(next === DENSE && COMMON_SIGNS.has(code));

/** True where three signs stand. */
export const areSigns = (text: string, at: number): boolean =>
  classAt(text, at) === SIGN && classAt(text, at + 1) === SIGN && classAt(text, at + 2) === SIGN;

/** True where a word begins: of itself, or after a hyphen that was left out. */
export const beginsWord = ({ text, breaks }: FoldedText, at: number): boolean =>
  startsWord(text, at) || (breaks?.has(at) ?? false);

/** Reports every gram of a folded text. */
export function eachGram(folded: FoldedText, sink: GramSink): void {
  const { text, breaks } = folded;
  for (const at of breaks ?? []) sink.gram(0, HYPHEN, at);
  for (let at = 0; at < text.length; ) {
    const code = text.codePointAt(at) ?? 0;
    const kind = classOf(code);
    if (kind === NONE) {
      at++;
    } else if (kind <= DENSE) {
      const next = at + (code > 0xffff ? 2 : 1);
      if (isPair(code, classAt(text, next))) sink.gram(code, text.codePointAt(next) ?? 0, at);
      else sink.gram(0, code, at);
      if (areSigns(text, at))
        sink.gram(tripleHigh(code, text.charCodeAt(at + 1)), text.charCodeAt(at + 2), at);
      at = next;
    } else {
      at = eachGramOfRun(folded, at, sink);
    }
  }
}

function eachGramOfRun(folded: FoldedText, from: number, sink: GramSink): number {
  const { text } = folded;
  const end = runEnd(text, from);
  const after = classAt(text, end);
  for (let at = from; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (beginsWord(folded, at)) sink.word(wordKey(text.slice(at, Math.min(end, at + 64))), at);
    if (at + 2 < end) sink.gram(tripleHigh(unit, text.charCodeAt(at + 1)), text.charCodeAt(at + 2), at);
    else if (at + 1 < end) sink.gram(unit, text.charCodeAt(at + 1), at);
    else if (after === DENSE || after === SIGN) sink.gram(unit, text.codePointAt(end) ?? 0, at);
    else sink.gram(0, unit, at);
  }
  return end;
}
