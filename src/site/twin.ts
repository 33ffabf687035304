import { isUtf8 } from 'node:buffer';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { twinPath } from '../archive/paths.ts';
import { decode } from '../article/decode.ts';
import { UserError } from '../errors.ts';

/**
 * Writes the Markdown twin of an article's page, beside it: its source file as UTF-8.
 * @returns its content
 * @throws {UserError} where the source went away while the site was being built
 */
export function writeTwin(page: string, source: string, outDir: string): string | Buffer {
  const twin = path.join(outDir, twinPath(page));
  let bytes: Buffer;
  try {
    bytes = readFileSync(source);
  } catch (cause) {
    throw new UserError(`${source}: went away while the site was being built; build again`, { cause });
  }
  const content = isPlainUtf8(bytes) ? bytes : decoded(bytes);
  writeFileSync(twin, content);
  return content;
}

/** Nothing to decode: the bytes are those of the text. (A zero byte may be UTF-16's.) */
const isPlainUtf8 = (bytes: Buffer): boolean => isUtf8(bytes) && bytes[0] !== 0xef && !bytes.includes(0);

function decoded(bytes: Buffer): string | Buffer {
  const text = decode(bytes);
  return typeof text === 'string' ? bytes : text.source;
}
