/** Marks of emphasis and deletion that follow each other. */
const MARKS = /[*_~]+/g;
const SPACE = /\s/u;
/** What the rules of emphasis take for punctuation. */
const SIGN = /[\p{P}\p{S}]/u;

/** From Hangul on, the rules for Chinese say something else than CommonMark of some characters. */
const isEastAsian = (character: string): boolean => character >= '\u1100' && !SPACE.test(character);

/** The character that ends before a place in a text; a line end at its beginning. */
function before(text: string, at: number): string {
  const code = text.charCodeAt(at - 1);
  return at === 0 ? '\n' : code >= 0xdc00 && code <= 0xdfff ? text.slice(at - 2, at) : text.charAt(at - 1);
}

/** The character that begins at a place in a text; a line end at its end. */
const after = (text: string, at: number): string => String.fromCodePoint(text.codePointAt(at) ?? 10);

/** Variation selectors, which the rules for Chinese look through. */
const SELECTOR = /[\ufe00-\ufe0f]/;

/** True where emphasis may differ: where a mark stands between punctuation and something East Asian, or in company of other marks. */
export function holdsOddMarks(text: string): boolean {
  let isOdd = false;
  let tildes = 0;
  for (const { 0: run, index } of text.matchAll(MARKS)) {
    const mark = run.charAt(0);
    if (run !== mark.repeat(run.length)) return true;
    // A single tilde is no mark to us (`5~10万`), and none to anybody where there is no other.
    if (mark === '~' && ++tildes > 1) return true;
    const [left, right] = [before(text, index), after(text, index + run.length)];
    if (mark !== '~')
      isOdd ||= (isEastAsian(left) || isEastAsian(right)) && (SIGN.test(left) || SIGN.test(right));
  }
  return isOdd && !isBalanced(text);
}

/** Code and links on one line without marks in them: they neither hide a mark nor part two of a pair. */
const INERT = /`[^`*\n]+`|\[[^[\]`*<\n\\]*\](?:\([^()\s`*<\\]*\)|\[[^[\]`*<\n\\]*\])/g;
/** What parts a line into pieces that are paired by themselves, or hides a mark. */
const OTHER_INLINE = /[<[\]\\&|~_]/;

/**
 * True for a text in whose lines emphasis begins and ends, and begins and ends, by CommonMark's own rules. The rules for Chinese let more marks begin
 * or end something, and take nothing away: each pair is still closed before the next begins, so that no mark is left for them.
 */
function isBalanced(text: string): boolean {
  const rest = text.replace(INERT, '');
  if (rest.includes('`')) return false;
  const others = rest.split('\n').filter((line) => line.includes('*'));
  return !others.some((line) => OTHER_INLINE.test(line)) && text.split('\n').every(isPaired);
}

function isPaired(line: string): boolean {
  let opens = false;
  let length = 0;
  for (const { 0: run, index } of line.matchAll(MARKS)) {
    if (run.charAt(0) !== '*') continue;
    const [left, right] = [before(line, index), after(line, index + run.length)];
    if (run.length > 2 || SELECTOR.test(left) || (length > 0 && length !== run.length)) return false;
    length = run.length;
    const [isAfterSpace, isBeforeSpace] = [SPACE.test(left), SPACE.test(right)];
    const [isAfterSign, isBeforeSign] = [SIGN.test(left), SIGN.test(right)];
    const canOpen = !isBeforeSpace && (!isBeforeSign || isAfterSpace || isAfterSign);
    const canClose = !isAfterSpace && (!isAfterSign || isBeforeSpace || isBeforeSign);
    if (canOpen === canClose || canOpen === opens) return false;
    opens = canOpen;
  }
  return !opens;
}
