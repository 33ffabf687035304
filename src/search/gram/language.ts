import { classOf, DENSE, WORD } from './character-class.ts';
import { clauseOf } from './clause.ts';
import { fold } from './fold.ts';
import { nearWords } from './near-words.ts';
import { readPattern, stringsOf } from './pattern.ts';
import type { Clause, Query } from './query.ts';
import { isOr, readTokens, type Token } from './tokens.ts';

/**
 * The language of queries: a space is AND, `OR` or `|` between two terms either of them, `"…"` one exact string (`""` inside is one quotation mark),
 * `-x` without, `标题:` `作者:` `正文:` before a term where it stands.
 * An unquoted term that begins with a Latin letter, a digit or the like matches where a word begins; all other terms match anywhere.
 * `/…/` is a regular expression, for the whole of what was typed.
 * What was typed is always looked up as one string too, as it stands, from the beginning of a word where it begins with one.
 */

/** Most words that make an article near to a query. */
const MOST_NEAR = 10;

/** Reads a query. Every input is a query: there are no syntax errors. */
export function parseQuery(input: string): Query {
  const pattern = readPattern(input);
  const query: Query = { literal: null, all: [], none: [], near: [], words: [], exclude: [], pattern };
  if (pattern) {
    query.all = stringsOf(pattern.source).map((text) => clauseOf({ field: null, quoted: true }, text));
    return query;
  }
  const tokens = readTokens(input);
  const keys = new Set<string>();
  const plain = tokens.filter(({ minus }) => !minus);
  const hanOnly = plain.length > 0 && plain.every(({ text }) => !isLatin(text));
  let joins = false;
  let operators = false;
  tokens.forEach((token, at) => {
    if (isOr(token) && at > 0 && at < tokens.length - 1) {
      joins = query.all.length > 0;
      return;
    }
    const minus = token.minus && isMinus(token, hanOnly);
    const clause = clauseOf(token, minus ? token.text : asTyped(input, token));
    if (clause.length === 0) return;
    operators ||= minus || token.field !== null;
    const key = JSON.stringify([minus, clause]);
    const last = query.all.at(-1);
    if (joins && !minus && last) query.all[query.all.length - 1] = [...last, ...clause];
    else if (keys.has(key)) return;
    else if (minus) query.none.push(...clause);
    else query.all.push(clause);
    keys.add(key);
    joins = false;
    if (!token.minus && !token.field && clause[0]?.atWord)
      query.words.push({ from: token.from, end: token.end, clause });
    if (token.minus && !minus && isApart(token, plain))
      query.exclude.push({
        text: token.text,
        query: `${input.slice(0, token.from)}-${exactly(token.text)}${input.slice(token.end)}`,
      });
  });
  query.near = nearClauses(tokens);
  if (tokens.length > 1 && !operators) {
    const literal = clauseOf({ field: null, quoted: false }, input);
    // Where no word of it says anything, it is the only thing to look for.
    if (query.all.length === 0 && literal.length > 0) query.all = [literal];
    else if (literal.length > 0) query.literal = literal;
  }
  return query;
}

/** Clauses for the words of the tokens; none where no token is plain, or one says more than a word. */
function nearClauses(tokens: readonly Token[]): Clause[] {
  const wanted = tokens.filter((token) => !token.minus && !isOr(token));
  if (wanted.some(({ field }) => field) || wanted.every(({ quoted }) => quoted)) return [];
  const clauses = wanted.flatMap((token) =>
    token.quoted ? [clauseOf(token, token.text)] : nearWords(token.text).map((word) => clauseOf(token, word)),
  );
  const different = new Map(clauses.map((clause) => [JSON.stringify(clause), clause]));
  return [...different.values()].filter((clause) => clause.length > 0).slice(0, MOST_NEAR);
}

/** True for a word that none of the others holds: without it something may be left (not of `ls -l`, whose `ls` has an l). */
function isApart({ text }: Token, others: readonly Token[]): boolean {
  const own = fold(text);
  return classOf(own.charCodeAt(0)) === WORD && others.every((other) => !fold(other.text).includes(own));
}

const isLatin = (text: string): boolean => {
  const folded = fold(text);
  return folded !== '' && Array.from(folded).every((char) => classOf(char.codePointAt(0) ?? 0) !== DENSE);
};

/**
 * True where a minus says without: before Han, a quotation mark or a field, and before a Latin word where all else that is typed has Han.
 * Elsewhere it may as well be a part of a command (`ls -l`): then it is looked for as it stands.
 */
const isMinus = ({ quoted, field, text }: Token, hanOnly: boolean): boolean =>
  quoted || field !== null || !isLatin(text) || hanOnly;

/** A token's string; of one whose minus is no operator, with the minus. */
const asTyped = (input: string, { minus, from, end, text }: Token): string =>
  minus ? input.slice(from, end) : text;

/** The query that finds exactly this string. */
export function exactly(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
