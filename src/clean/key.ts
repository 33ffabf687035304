const UNKNOWN = 0;
const KEEP = 1;
const DROP = 2;

/** The answers known so far, one a code unit: articles use few thousand different ones. */
const known = new Uint8Array(0x10000);

/** Letters, marks, numbers, and the symbols that carry meaning; not punctuation, blanks, arrows, boxes and lost characters. */
function classify(code: number): number {
  const char = String.fromCharCode(code);
  if (code >= 0xd800 && code <= 0xdfff) return KEEP;
  if (code >= 0xfe00 && code <= 0xfe0f) return DROP;
  if ((code >= 0x2190 && code <= 0x25ff) || code === 0xfffd) return DROP;
  return /[\p{L}\p{M}\p{N}\p{Sc}\p{So}+<=>]/u.test(char) ? KEEP : DROP;
}

/** True where a code unit counts when texts are compared. */
export function counts(code: number): boolean {
  let is = known[code] ?? UNKNOWN;
  if (is === UNKNOWN) {
    is = classify(code);
    known[code] = is;
  }
  return is === KEEP;
}

/**
 * The part of a text that its copies share whatever scraping did to blanks, punctuation, stray `?` and invisible characters:
 * its letters, digits and meaningful symbols, in order.
 */
export function keyOf(text: string): string {
  let key = '';
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    if (counts(text.charCodeAt(at))) continue;
    if (at > from) key += text.slice(from, at);
    from = at + 1;
  }
  return from === 0 ? text : key + text.slice(from);
}

/** For each character of `keyOf(text)`, where it stands in the text. */
export function keyPositions(text: string): Uint32Array {
  const positions = new Uint32Array(text.length);
  let size = 0;
  for (let at = 0; at < text.length; at++) if (counts(text.charCodeAt(at))) positions[size++] = at;
  return positions.subarray(0, size);
}
