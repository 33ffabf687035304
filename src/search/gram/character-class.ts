/**
 * The class of a folded UTF-16 unit or code point in the index.
 * The class depends on the character alone, never on its neighbours: so a string has, inside any text, the grams it has by itself.
 */

/** Blanks, controls, lone surrogates: in no gram. */
export const NONE = 0;
/** Punctuation and the other signs of ASCII: in pairs only, with what stands before and after. */
export const SIGN = 1;
/** Characters of scripts written without spaces (Han, kana, Hangul, Thai …), symbols and emoji, everything beyond the BMP. */
export const DENSE = 2;
/** Letters, digits and marks of other scripts: Latin, Greek, Cyrillic … */
export const WORD = 3;
/** `+ # .`: they make `c++`, `c#`, `node.js`, `5.0` what they are. */
export const JOINER = 4;

const LETTER = /^[\p{L}\p{N}\p{M}]$/u;
const SCRIPT_WITHOUT_SPACES =
  /^[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\p{scx=Bopomofo}\p{scx=Yi}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}\p{scx=Tibetan}]$/u;
const SYMBOL = /^[\p{S}\p{Co}]$/u;
const PUNCTUATION = /^[\p{P}\p{S}]$/u;

const UNKNOWN = 255;
const classes = new Uint8Array(0x10000).fill(UNKNOWN);

function learn(unit: number): number {
  const char = String.fromCharCode(unit);
  let value = NONE;
  if ('+#.'.includes(char)) value = JOINER;
  else if (LETTER.test(char)) value = SCRIPT_WITHOUT_SPACES.test(char) ? DENSE : WORD;
  else if (unit > 0x7f && SYMBOL.test(char)) value = DENSE;
  else if (PUNCTUATION.test(char)) value = SIGN;
  classes[unit] = value;
  return value;
}

/** Class of a code point (of a lone surrogate: `NONE`). Beyond the BMP all are dense, whatever Unicode version the machine knows. */
export function classOf(codePoint: number): number {
  if (codePoint > 0xffff) return DENSE;
  const known = classes[codePoint] ?? NONE;
  return known === UNKNOWN ? learn(codePoint) : known;
}

/** Class of the code point at an offset; `NONE` past the end. */
export function classAt(text: string, at: number): number {
  const code = text.codePointAt(at);
  return code === undefined ? NONE : classOf(code);
}

/** True where a word of Latin or the like begins: a letter or digit, and none before it. */
export function startsWord(text: string, at: number): boolean {
  return classOf(text.charCodeAt(at)) === WORD && (at === 0 || classOf(text.charCodeAt(at - 1)) !== WORD);
}
