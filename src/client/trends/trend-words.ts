/** Most words of a trend. */
export const MOST_WORDS = 6;
/** Most characters of one: keeps a forged address from asking for a page of text. */
const LONGEST = 200;
/** Most characters of all of them. */
export const LONGEST_QUERY = 1500;

const SEPARATOR = /[,，、\n]/;
const QUOTES: Readonly<Record<string, string>> = { '"': '"', '＂': '＂', '“': '”' };
/** A regular expression, up to the next separator. */
const PATTERN = /^\/(?:\\.|[^\\/\n])+\/[a-z]*(?=\s*(?:[,，、\n]|$))/;

/**
 * Takes apart what was typed: words between commas (`,` `，` `、`), a comma in quotation marks or in a regular expression being a part of the word.
 * The same word twice is one.
 * @returns the first six, and those that are too many
 */
export function splitWords(input: string): { words: string[]; left: string[] } {
  const typed = input.slice(0, LONGEST_QUERY);
  const found: string[] = [];
  for (let at = 0; at < typed.length; ) {
    const end = wordEnd(typed, at);
    found.push(typed.slice(at, end).trim().slice(0, LONGEST).trim());
    at = end + 1;
  }
  const words = [...new Set(found.filter((word) => word !== ''))];
  return { words: words.slice(0, MOST_WORDS), left: words.slice(MOST_WORDS) };
}

/** Where the word that begins at a place ends. */
function wordEnd(typed: string, from: number): number {
  const lead = from + (/^\s*/.exec(typed.slice(from, from + LONGEST))?.[0].length ?? 0);
  const pattern = typed[lead] === '/' ? PATTERN.exec(typed.slice(lead)) : null;
  let at = pattern ? lead + pattern[0].length : from;
  for (; at < typed.length && !SEPARATOR.test(typed[at] ?? ''); at++) {
    const close = QUOTES[typed[at] ?? ''];
    const end = close === undefined ? -1 : typed.indexOf(close, at + 1);
    if (end !== -1) at = end;
  }
  return at;
}

/** What is more than words with blanks between them: quotation marks, patterns, conditions, what is left out. */
const SYNTAX = /["＂“”/|:：()]|(?:^|\s)[-−－]/;

/**
 * Takes apart one word with blanks, as somebody types who did not see that commas stand between words.
 * @returns its parts; none where it has no blanks, too many parts, or is a query that blanks cannot take apart
 */
export function wordsApart(word: string): string[] {
  const parts = SYNTAX.test(word) ? [] : [...new Set(word.trim().split(/\s+/))];
  return parts.length > 1 && parts.length <= MOST_WORDS ? parts : [];
}

/** A query as one word of a trend: one with a comma is quoted. */
export const asTrendWord = (query: string): string =>
  splitWords(query).words.length > 1 || splitWords(query).left.length > 0
    ? `"${query.replaceAll('"', '""')}"`
    : query;
