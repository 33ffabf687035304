/**
 * Writes `src/search/gram/fold-table.ts` from the OpenCC data in opencc-js.
 * Usage: tsx scripts/make-fold-table.ts
 */
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { packNumbers } from '../src/search/gram/packed-numbers.ts';

/** Characters in a line of the table. */
const LINE = 100;

const data: unknown = (await import('opencc-js/dict/TSCharacters' as string)).default;
if (typeof data !== 'string') throw new Error('opencc-js: expected dict/TSCharacters to export a string');

/** Characters that OpenCC leaves alone, because in some words they are right in simplified text too (瞭望, 慰藉), and other forms of one character. */
const OTHERS =
  '瞭了 藉借 著着 祇只 衹只 甦苏 姪侄 妳你 廻回 凖准 痺痹 薰熏 輭软 呎尺 吋寸 瞇眯 伕夫 跴踩 錬炼 徬彷 倣仿';

const simplified = new Map<string, string>(OTHERS.split(' ').map((pair) => [pair.charAt(0), pair.charAt(1)]));
for (const row of data.split('|')) {
  const [from, to] = row.split(' ');
  if (from && to && from !== to) simplified.set(from, to);
}

/** Follows chains (A → B → C) to their end, so that folding twice is folding once. */
function settle(char: string): string {
  const seen = new Set<string>();
  let last = char;
  for (let next = simplified.get(last); next !== undefined && !seen.has(next); next = simplified.get(last)) {
    seen.add(next);
    last = next;
  }
  return last;
}

const code = (char: string): number => char.codePointAt(0) ?? 0;
// By the simplified character, whose traditional forms differ least from their neighbours' there.
const pairs = [...simplified.keys()]
  .map((from) => [code(settle(from)), code(from)] as const)
  .sort((a, b) => a[0] - b[0] || a[1] - b[1]);

/** A column as distances from one number to the next, packed, in lines. */
function column(numbers: readonly number[]): string {
  const packed = packNumbers(numbers.map((number, at) => number - (numbers[at - 1] ?? 0)));
  const lines = packed.match(new RegExp(`.{1,${LINE}}`, 'g')) ?? [];
  return `[\n${lines.map((line) => `  '${line}',`).join('\n')}\n].join('')`;
}

const file = fileURLToPath(new URL('../src/search/gram/fold-table.ts', import.meta.url));
await writeFile(
  file,
  `// Made by scripts/make-fold-table.ts from opencc-js dict/TSCharacters (OpenCC, Apache-2.0). Do not edit.

/** Simplified characters, ascending, and the traditional one that each stands for: two columns, packed by \`packed-numbers.ts\`. */
export const SIMPLIFIED: string = ${column(pairs.map(([to]) => to))};
export const TRADITIONAL: string = ${column(pairs.map(([, from]) => from))};
`,
);
console.log(`${file}: ${pairs.length} pairs`);
