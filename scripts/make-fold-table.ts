/**
 * Writes `src/search/gram/fold-table.ts` from the OpenCC data in opencc-js.
 * Usage: tsx scripts/make-fold-table.ts
 */
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const PAIRS_A_LINE = 40;

const data: unknown = (await import('opencc-js/dict/TSCharacters' as string)).default;
if (typeof data !== 'string') throw new Error('opencc-js: expected dict/TSCharacters to export a string');

const simplified = new Map<string, string>();
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

const pairs = [...simplified.keys()]
  .sort((a, b) => (a.codePointAt(0) ?? 0) - (b.codePointAt(0) ?? 0))
  .map((from) => from + settle(from));
const lines: string[] = [];
for (let i = 0; i < pairs.length; i += PAIRS_A_LINE)
  lines.push(`  '${pairs.slice(i, i + PAIRS_A_LINE).join('')}',`);

const file = fileURLToPath(new URL('../src/search/gram/fold-table.ts', import.meta.url));
await writeFile(
  file,
  `// Made by scripts/make-fold-table.ts from opencc-js dict/TSCharacters (OpenCC, Apache-2.0). Do not edit.

/** Traditional and simplified characters, in pairs of code points: \`萬万…\`. */
export const FOLD_TABLE: string = [
${lines.join('\n')}
].join('');
`,
);
console.log(`${file}: ${pairs.length} pairs`);
