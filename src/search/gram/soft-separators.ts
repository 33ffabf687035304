import { classOf, JOINER, WORD } from './character-class.ts';

/**
 * Soft separators: what one writer puts between two characters and the next leaves out. They are no part of a folded text:
 * a blank between Han and Latin (`Linux 内核`, `Linux内核`), a hyphen beside a letter (`Wi-Fi`, `utf-8`).
 * Blanks in a row are one.
 */

const BLANK = 32;
const HYPHEN = 45;
const DOT = 46;
const HAN = /^[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Bopomofo}]$/u;
const LETTER = /^[\p{L}\p{N}]$/u;

const UNKNOWN = 0;
const OTHER = 1;
const LATIN = 2;
const EAST = 3;
const kinds = new Uint8Array(0x10000);

function kindOf(unit: number): number {
  const known = kinds[unit] ?? OTHER;
  if (known !== UNKNOWN) return known;
  const char = String.fromCharCode(unit);
  const kind = classOf(unit);
  let value = OTHER;
  if (kind === WORD || (kind === JOINER && unit !== DOT)) value = LATIN;
  else if (LETTER.test(char) && HAN.test(char)) value = EAST;
  kinds[unit] = value;
  return value;
}

/** True where the units before and after a place are Han and Latin, or the other way round: a blank there says nothing. */
export function blankIsSoft(before: number, after: number): boolean {
  const [a, b] = [kindOf(before), kindOf(after)];
  return a !== b && a !== OTHER && b !== OTHER;
}

/**
 * A folded text with a blank wherever one between Han and Latin is soft: it holds what begins with such a blank. A string stands in a text
 * exactly if it does so with both written in this way.
 */
export function withSoftBlanks(text: string): string {
  let out = '';
  let from = 0;
  for (let at = 1; at < text.length; at++)
    if (blankIsSoft(text.charCodeAt(at - 1), text.charCodeAt(at))) {
      out += `${text.slice(from, at)} `;
      from = at;
    }
  return out + text.slice(from);
}

/** The folded text again. */
export const withoutSoftBlanks = (text: string): string =>
  text.replace(/ /g, (blank, at: number) =>
    blankIsSoft(text.charCodeAt(at - 1), text.charCodeAt(at + 1)) ? '' : blank,
  );

const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57;

/** True where a hyphen between two units says nothing: letters or digits both, and not two digits. */
function hyphenIsSoft(before: number, after: number): boolean {
  return classOf(before) === WORD && classOf(after) === WORD && !(isDigit(before) && isDigit(after));
}

/**
 * The places of a text that stay.
 * @returns `kept` and, by their places in what stays, `breaks` where a hyphen stood; null where all stays
 */
export function withoutSoftSeparators(text: string): { kept: number[]; breaks: Set<number> } | null {
  let last = Number.NaN;
  let any = false;
  for (let at = 0; at < text.length && !any; at++) {
    const unit = text.charCodeAt(at);
    any = separates(text, at, unit, last);
    last = unit;
  }
  if (!any) return null;
  const kept: number[] = [];
  const breaks = new Set<number>();
  last = Number.NaN;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (separates(text, at, unit, last)) {
      if (unit === HYPHEN) breaks.add(kept.length);
      continue;
    }
    kept.push(at);
    last = unit;
  }
  return { kept, breaks };
}

/** True for a soft separator. @param last the unit before it that stays */
function separates(text: string, at: number, unit: number, last: number): boolean {
  if (unit === HYPHEN) return hyphenIsSoft(last, text.charCodeAt(at + 1));
  if (unit !== BLANK) return false;
  // The first blank of a row speaks for all.
  if (text.charCodeAt(at - 1) === BLANK) return true;
  let next = at + 1;
  while (text.charCodeAt(next) === BLANK) next++;
  return blankIsSoft(last, text.charCodeAt(next));
}
