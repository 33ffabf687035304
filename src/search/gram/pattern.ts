/** Regular expressions as queries: `/…/`, or `/…/i` where capitals do not matter. */

/** A regular expression that was typed. */
export interface Pattern {
  source: string;
  ignoreCase: boolean;
}

/** Finds all places of a pattern in a text as it is written, ascending. */
export type Matcher = (text: string) => [from: number, to: number][];

/** As in JavaScript, a slash inside is escaped, and `/*` begins a comment; so a path or a comment is no pattern. */
const TYPED = /^\/(?!\*)((?:[^/\\\n]|\\[^\n])+)\/(i?)$/;
/** Without any of these it is a string between slashes. */
const SPECIAL = /[\\.*+?()[\]{}|^$]/;

/** Reads a query as a pattern; null where it is none. Quotation marks around it ask for the string. */
export function readPattern(input: string): Pattern | null {
  const [, source, flags] = TYPED.exec(input.trim()) ?? [];
  return source && SPECIAL.test(source) ? { source, ignoreCase: flags === 'i' } : null;
}

/** Pieces of a pattern: an escape, a class, the beginning and the end of a group, an alternative, a quantifier, any other character. */
const PIECE =
  /(?<escape>\\(?:[pPxu]\{[^}]*\}|[pP].|x[\da-fA-F]{2}|u[\da-fA-F]{4}|[0-7]{1,3}|k<[^>]*>|.))|(?<set>\[\^?\]?(?:\\.|\[:[^\]]*:\]|[^\]\\])*\])|(?<open>\()|(?<close>\))|(?<or>\|)|(?<many>[*+?]|\{\d+(?:,\d*)?\})|(?<char>.)/gsu;
/** Characters that the index knows however they stand. */
const PLAIN = /^[\p{Script=Han}A-Za-z\d]$/u;
/** Shorter strings tell little. */
const SHORTEST = 2;

/**
 * Strings that every match of a pattern holds: runs of Han, letters and digits outside of groups, classes and alternatives, without what may be missing.
 * Conservative: none where that cannot be told.
 */
export function stringsOf(source: string): string[] {
  if (source.includes('\\Q')) return [];
  const runs: string[][] = [[]];
  let depth = 0;
  for (const { groups = {} } of source.matchAll(PIECE)) {
    const { open, close, or, many, char } = groups;
    if (open) depth++;
    else if (close) depth--;
    if (depth < 0 || (or && depth === 0)) return [];
    if (many && many !== '+' && depth === 0) runs.at(-1)?.pop();
    if (char && depth === 0 && PLAIN.test(char)) runs.at(-1)?.push(char);
    else runs.push([]);
  }
  if (depth !== 0) return [];
  return runs.filter(({ length }) => length >= SHORTEST).map((run) => run.join(''));
}
