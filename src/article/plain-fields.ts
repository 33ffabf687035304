import type { Field } from './field.ts';

/**
 * A line of front matter that means in YAML what it says: a bare key, and a value that begins with a letter or a digit and
 * holds neither `: ` nor ` #`, or nothing but text inside a pair of quotes.
 */
const PLAIN =
  /^([A-Za-z_][\w-]{0,99}):(?: +(?:([\p{L}\p{N}](?:(?!:(?: |$)| #)[^\0-\x1f\x7f-\xa0\u2028\u2029\ufeff])*)$|"([^\0-\x1f"\\]*)" *$|'([^\0-\x1f']*)' *$)| *$)/u;

/**
 * Reads front matter of plain lines with different keys, as almost every article has it: a YAML parser takes as long
 * for it as for nothing else that is so short.
 * @param first 1-based line of the first of the lines in the file
 * @returns null where a line needs the YAML parser
 */
export function plainFields(lines: readonly string[], first: number): Field[] | null {
  const fields: Field[] = [];
  const keys = new Set<string>();
  for (const [index, line] of lines.entries()) {
    const match = PLAIN.exec(line);
    const key = match?.[1];
    if (!match || key === undefined || keys.has(key)) return null;
    keys.add(key);
    const value = withoutBlanks(match[2]) ?? match[3] ?? match[4] ?? '';
    fields.push({ key, value, line: first + index });
  }
  return fields;
}

/** Without blanks at the end; a pattern would try each run of blanks from each of its places. */
function withoutBlanks(text: string | undefined): string | undefined {
  let end = text?.length ?? 0;
  while (text?.[end - 1] === ' ') end--;
  return text?.slice(0, end);
}
