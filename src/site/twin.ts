import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { twinPath } from '../archive/paths.ts';
import { decode } from '../article/decode.ts';

/** Writes the Markdown twin of an article's page: its source file as UTF-8. */
export function writeTwin(page: string, source: string, outDir: string): void {
  const twin = path.join(outDir, twinPath(page));
  const bytes = readFileSync(source);
  const decoded = decode(bytes);
  mkdirSync(path.dirname(twin), { recursive: true });
  writeFileSync(twin, typeof decoded === 'string' ? bytes : decoded.source);
}
