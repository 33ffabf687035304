import { classOf, DENSE, WORD } from './character-class.ts';
import { fold } from './fold.ts';
import { nearWords } from './near-words.ts';
import { numberSpellings } from './numbers.ts';
import { type Pattern, readPattern, stringsOf } from './pattern.ts';

/**
 * The language of queries: a space is AND, `OR` or `|` between two terms either of them, `"…"` one exact string (`""` inside is one quotation mark),
 * `-x` without, `标题:` `作者:` `正文:` before a term where it stands.
 * An unquoted term that begins with a Latin letter, a digit or the like matches where a word begins; all other terms match anywhere.
 * `/…/` is a regular expression, for the whole of what was typed.
 * What was typed is always looked up as one string too, as it stands, from the beginning of a word where it begins with one.
 */

/** Where in an article a term must stand. */
export type Field = 'title' | 'author' | 'body';

/** A separator at the edge of a string: what it stood beside is not known, so the place where the string is found must have it. */
export type Edge = '' | ' ' | '-';

/** One string to be found or avoided. */
export interface Term {
  /** Folded, never empty. */
  text: string;
  /** True where it must stand at the beginning of a word. */
  atWord: boolean;
  before: Edge;
  after: Edge;
  /** Null where it may stand anywhere. */
  field: Field | null;
}

/** Terms of which one is enough. */
export type Clause = readonly Term[];

/** A query, read. An article matches that holds the literal, or else all clauses and none of the terms to avoid. */
export interface Query {
  /** The query as one string; null where it is one string anyway, or says what no text would. */
  literal: Clause | null;
  all: Clause[];
  /** The regular expression that must match too; null where none was typed. */
  pattern: Pattern | null;
  none: Term[];
  /** The words of all that was typed plainly and the strings that were quoted: what holds some of them is near to the query. Empty where only strings and conditions were typed. */
  near: Clause[];
  /** Plain words of letters and digits: where they stand in what was typed. */
  words: { from: number; end: number; clause: Clause }[];
  /** Words after a minus that is looked for as it stands, and the query that goes without them. */
  exclude: { text: string; query: string }[];
}

/** Opening and closing marks of an exact string; what a Chinese keyboard types counts too. */
const QUOTES: Record<string, string> = { '"': '"', '＂': '＂', '“': '”' };
const SPACE = /\s/;
const MINUS = /^[-－−]$/;
const FIELDS: [name: string, field: Field][] = [
  ['标题', 'title'],
  ['作者', 'author'],
  ['正文', 'body'],
];

/** Most words that make an article near to a query. */
const MOST_NEAR = 10;

/** A piece of a query between blanks. */
interface Token {
  from: number;
  end: number;
  minus: boolean;
  field: Field | null;
  quoted: boolean;
  text: string;
}

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
    if (!token.minus && !token.field && clause[0]?.atWord) query.words.push({ ...place(token), clause });
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

const place = ({ from, end }: Token) => ({ from, end });

function readTokens(input: string): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < input.length; ) {
    if (SPACE.test(input[at] ?? '')) {
      at++;
      continue;
    }
    const from = at;
    const minus = MINUS.test(input[at] ?? '') && /[^\s\-－−]/.test(input[at + 1] ?? '');
    if (minus) at++;
    const field = FIELDS.find(
      ([name]) =>
        input.startsWith(name, at) && /^[:：]\S/.test(input.slice(at + name.length, at + name.length + 2)),
    );
    if (field) at += field[0].length + 1;
    const close = QUOTES[input[at] ?? ''];
    const read = close ? readQuoted(input, at + 1, close) : readPlain(input, at);
    at = read.end;
    tokens.push({
      from,
      end: at,
      minus,
      field: field?.[1] ?? null,
      quoted: close !== undefined,
      text: read.text,
    });
  }
  return tokens;
}

function readQuoted(input: string, from: number, close: string) {
  let text = '';
  for (let at = from; at < input.length; at++) {
    const char = input[at] ?? '';
    if (char !== close) text += char;
    else if (close !== '”' && input[at + 1] === close) {
      text += char;
      at++;
    } else return { text, end: at + 1 };
  }
  return { text, end: input.length };
}

function readPlain(input: string, from: number) {
  let end = from;
  while (end < input.length && !SPACE.test(input[end] ?? '')) end++;
  return { text: input.slice(from, end), end };
}

const isOr = ({ minus, field, quoted, text }: Token): boolean =>
  !minus && !field && !quoted && (text === 'OR' || text === '|' || text === '｜');

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

/** The terms of a token: its string, and other spellings of the numbers in it. */
function clauseOf({ field, quoted }: Pick<Token, 'field' | 'quoted'>, typed: string): Clause {
  const folded = quoted ? fold(typed) : fold(typed).trim();
  const { text, before, after } = withoutEdges(folded);
  if (text.trim() === '') return [];
  const atWord = !quoted && before === '' && classOf(text.charCodeAt(0)) === WORD;
  return numberSpellings(text).map((spelling) => ({ text: spelling, atWord, before, after, field }));
}

/** Takes the separators off a string that text might have left out there. */
function withoutEdges(folded: string): Pick<Term, 'text' | 'before' | 'after'> {
  const edge = (char: string | undefined, beside: number): Edge => {
    if (folded.length < 2) return '';
    if (char === ' ') return classOf(beside) >= DENSE ? char : '';
    return char === '-' && classOf(beside) === WORD ? char : '';
  };
  const before = edge(folded[0], folded.charCodeAt(1));
  const after = edge(folded.at(-1), folded.charCodeAt(folded.length - 2));
  return { text: folded.slice(before.length, folded.length - after.length), before, after };
}

/** The query that finds exactly this string. */
export function exactly(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
