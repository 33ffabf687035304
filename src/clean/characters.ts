/** Han, kana and bopomofo: written without spaces. (Hangul is written with them.) */
const IDEOGRAPH = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}`;

/** Punctuation that is a full square: brings its own space. */
const FULL_WIDTH =
  '\u3001-\u3003\u3008-\u3011\u3014-\u301f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65';

/** Punctuation shared with Latin scripts: wide or narrow by its neighbour. */
const SHARED = '\u2018\u2019\u201c\u201d\u2026\u2014\u00b7';

const isIdeograph = new RegExp(`^[${IDEOGRAPH}]$`, 'u');
const isFullWidth = new RegExp(`^[${FULL_WIDTH}]$`, 'u');
const isShared = new RegExp(`^[${SHARED}]$`, 'u');

/** True where no space may stand between two characters (each one code point): a line end there is only layout. */
export function joinsWithoutSpace(left: string, right: string): boolean {
  if (isFullWidth.test(left) || isFullWidth.test(right)) return true;
  const l = isIdeograph.test(left);
  const r = isIdeograph.test(right);
  return (l && r) || (l && isShared.test(right)) || (r && isShared.test(left));
}

/** The last code point of a text, or nothing. */
export const lastChar = (text: string): string => /.$/su.exec(text.slice(-2))?.[0] ?? '';

/** The first code point of a text, or nothing. */
export const firstChar = (text: string): string => /^./su.exec(text.slice(0, 2))?.[0] ?? '';

/** Bytes 128 to 159 of windows-1252, a blank where one is free. (Node 20's TextDecoder reads them as Latin-1.) */
const WINDOWS_1252 = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/**
 * The character that a code point of 128 to 159 was meant to be: a byte of windows-1252 that was taken for Latin-1,
 * as browsers read `&#147;` (HTML Standard, numeric character reference end state). Nothing where that byte is free.
 */
export const fromWindows1252 = (code: number): string => (WINDOWS_1252[code - 128] ?? '').trim();
