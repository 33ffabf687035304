/**
 * Writes `src/text/stroke-table.ts` from the data in cnchar. The package itself is no part of a build: it adds methods to every string.
 * Usage: tsx scripts/make-stroke-table.ts
 */
import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const cnchar: { stroke(character: string): unknown } = createRequire(import.meta.url)('cnchar');

/** Characters in a line of the table. */
const LINE = 100;

const byStrokes: string[] = [];
for (let code = 0x4e00; code <= 0x9fff; code++) {
  const character = String.fromCharCode(code);
  const strokes = Number(cnchar.stroke(character));
  if (strokes > 0) byStrokes[strokes] = (byStrokes[strokes] ?? '') + character;
}
const rows = Array.from(
  byStrokes,
  (characters = '') => characters.match(new RegExp(`.{1,${LINE}}`, 'g')) ?? [''],
);

const file = fileURLToPath(new URL('../src/text/stroke-table.ts', import.meta.url));
await writeFile(
  file,
  `// Made by scripts/make-stroke-table.ts from cnchar (MIT). Do not edit.

/** Simplified characters by their number of strokes. */
export const BY_STROKES: readonly string[] = [
${rows.map((lines) => `  ${lines.map((line) => `'${line}'`).join(' +\n    ')},`).join('\n')}
];
`,
);
console.log(`${file}: ${byStrokes.join('').length} characters`);
