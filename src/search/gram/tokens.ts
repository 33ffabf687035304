import type { Field } from './query.ts';

/** Opening and closing marks of an exact string; what a Chinese keyboard types counts too. */
const QUOTES: Record<string, string> = { '"': '"', '＂': '＂', '“': '”' };
const SPACE = /\s/;
const MINUS = /^[-－−]$/;
const FIELDS: [name: string, field: Field][] = [
  ['标题', 'title'],
  ['作者', 'author'],
  ['正文', 'body'],
];

/** A piece of a query between blanks. */
export interface Token {
  from: number;
  end: number;
  minus: boolean;
  field: Field | null;
  quoted: boolean;
  text: string;
}

/** Cuts what was typed into its pieces. */
export function readTokens(input: string): Token[] {
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

/** True for the word between two terms of which one is enough. */
export const isOr = ({ minus, field, quoted, text }: Token): boolean =>
  !minus && !field && !quoted && (text === 'OR' || text === '|' || text === '｜');
