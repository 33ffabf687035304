import { CodeUnits, isSurrogate } from '../text/code-units.ts';

/** Letters, marks, numbers, and the symbols that carry meaning; not punctuation, blanks, arrows, boxes and lost characters. */
const counted = new CodeUnits((code) => {
  if (isSurrogate(code)) return true;
  if ((code >= 0x2190 && code <= 0x25ff) || (code >= 0xfe00 && code <= 0xfe0f) || code === 0xfffd)
    return false;
  return /[\p{L}\p{M}\p{N}\p{Sc}\p{So}+<=>]/u.test(String.fromCharCode(code));
});

/** True where a code unit counts when texts are compared. */
export const counts = (code: number): boolean => counted.has(code);

/**
 * The part of a text that its copies share whatever scraping did to blanks, punctuation, stray `?` and invisible characters:
 * its letters, digits and meaningful symbols, in order.
 */
export const keyOf = (text: string): string => counted.in(text);

/** For each character of `keyOf(text)`, where it stands in the text. */
export function keyPositions(text: string): Uint32Array {
  const positions = new Uint32Array(text.length);
  let size = 0;
  for (let at = 0; at < text.length; at++) if (counts(text.charCodeAt(at))) positions[size++] = at;
  return positions.subarray(0, size);
}
