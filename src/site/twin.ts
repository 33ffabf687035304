import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { twinPath } from '../archive/paths.ts';
import { decode } from '../article/decode.ts';
import { UserError } from '../errors.ts';

/**
 * Writes the Markdown twin of an article's page: its source file as UTF-8.
 * @returns SHA-256 (hex) of the twin
 * @throws {UserError} where the source went away while the site was being built
 */
export function writeTwin(page: string, source: string, outDir: string): string {
  const twin = path.join(outDir, twinPath(page));
  let bytes: Buffer;
  try {
    bytes = readFileSync(source);
  } catch (cause) {
    throw new UserError(`${source}: went away while the site was being built; build again`, { cause });
  }
  const decoded = decode(bytes);
  mkdirSync(path.dirname(twin), { recursive: true });
  const content = typeof decoded === 'string' ? bytes : decoded.source;
  writeFileSync(twin, content);
  return createHash('sha256').update(content).digest('hex');
}
