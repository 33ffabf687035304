import type { FoldedText } from '../search/gram/fold.ts';

/** Letters and digits that a word goes on with: `Go` is no part of `Google`. Han characters begin and end anywhere. */
const WORD = /[a-z0-9\u00df-\u024f\u0370-\u04ff]/;
const DIGIT = /[0-9]/;
const isWord = (char: string | undefined): boolean => char !== undefined && WORD.test(char);

/** Letters from which on a name may be followed by a version: `CentOS7` is CentOS, `QQ2013` may be anything. */
const BEFORE_VERSION = 4;

/**
 * True where a stretch of a folded text is whole words: nothing goes on before or after it, be it a word, an address or a variable. After a name
 * a hyphen that folding took may stand (Linux-based), but not before it: `pdftk-java` is a thing of its own.
 */
export function isWhole({ text, breaks }: FoldedText, begin: number, end: number): boolean {
  return beginsWord(text, begin) && endsWord(text, begin, end, breaks);
}

function beginsWord(text: string, begin: number): boolean {
  if (!isWord(text[begin]) || begin === 0) return true;
  const before = text[begin - 1] ?? '';
  if (before === '/') return isWord(text[begin - 2]);
  // The number of a heading: 3.Linux
  if (before === '.') return DIGIT.test(text[begin - 2] ?? '');
  return !isWord(before) && !'_@$\\'.includes(before);
}

function endsWord(text: string, begin: number, end: number, breaks: FoldedText['breaks']): boolean {
  const [last = '', after] = [text[end - 1], text[end]];
  if (!isWord(last) || after === undefined || breaks?.has(end)) return true;
  if (after === '_') return false;
  if (after === '.') return !isWord(text[end + 1]);
  if (!isWord(after)) return true;
  return DIGIT.test(after) && !DIGIT.test(last) && end - begin >= BEFORE_VERSION && isVersion(text, end);
}

/** True for one or two digits, and what points divide from them. */
function isVersion(text: string, at: number): boolean {
  let end = at;
  while (end - at < 3 && DIGIT.test(text[end] ?? '')) end++;
  return end - at < 3 && !isWord(text[end]);
}
