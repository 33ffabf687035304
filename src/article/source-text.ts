import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { reasonOf, SourceGone } from '../errors.ts';
import { decode } from './decode.ts';

/**
 * Reads the source of an article as UTF-8 text, whatever its encoding: its twin.
 * @param file relative to the content directory
 * @throws {SourceGone}
 */
export function sourceText(contentDir: string, file: string): Buffer {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path.join(contentDir, file));
  } catch (cause) {
    throw new SourceGone(`${file}: ${reasonOf(cause)} while the site was being built`, { cause });
  }
  // Nothing to decode: the bytes are those of the text. (A zero byte may be UTF-16's.)
  if (isUtf8(bytes) && bytes[0] !== 0xef && !bytes.includes(0)) return bytes;
  const text = decode(bytes);
  return typeof text === 'string' ? bytes : Buffer.from(text.source);
}
