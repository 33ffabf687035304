import { classOf, WORD } from './character-class.ts';
import { fold } from './fold.ts';

/**
 * The language of queries: a space is AND, `"…"` one exact string (`""` inside is one quotation mark), `-x` without.
 * An unquoted term that begins with a Latin letter, a digit or the like matches where a word begins; all other terms match anywhere.
 */

/** One string to be found or avoided. */
export interface Term {
  /** Folded, never empty. */
  text: string;
  /** True where it must stand at the beginning of a word. */
  atWord: boolean;
}

/** A query, read. */
export interface Query {
  all: Term[];
  none: Term[];
}

/** Opening and closing marks of an exact string; what a Chinese keyboard types counts too. */
const QUOTES: Record<string, string> = { '"': '"', '＂': '＂', '“': '”' };
const SPACE = /\s/;

/** Reads a query. Every input is a query: there are no syntax errors. */
export function parseQuery(input: string): Query {
  const query: Query = { all: [], none: [] };
  for (let at = 0; at < input.length; ) {
    if (SPACE.test(input[at] ?? '')) {
      at++;
      continue;
    }
    const minus = /[-－−]/.test(input[at] ?? '') && /\S/.test(input[at + 1] ?? '');
    if (minus) at++;
    const close = QUOTES[input[at] ?? ''];
    const read = close ? readQuoted(input, at + 1, close) : readPlain(input, at);
    at = read.end;
    const text = close ? fold(read.text) : fold(read.text).trim();
    if (text === '') continue;
    const atWord = !close && classOf(text.charCodeAt(0)) === WORD;
    const terms = minus ? query.none : query.all;
    if (!terms.some((other) => other.text === text && other.atWord === atWord)) terms.push({ text, atWord });
  }
  return query;
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

/** The query that finds exactly this string. */
export function exactly(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
