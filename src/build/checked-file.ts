import { readFileSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { crc32 } from 'node:zlib';

/**
 * Writes JSON that can tell whether it is whole: the first line holds a key and a checksum. It appears under its name whole or not at all.
 * @param key what the content depends on; a reader with another key gets nothing
 */
export async function writeChecked(file: string, key: string, value: unknown): Promise<void> {
  const json = JSON.stringify(value);
  await writeFile(`${file}.new`, `${key} ${crc32(json)}\n${json}`);
  await rename(`${file}.new`, file);
}

/** Reads what `writeChecked` wrote; null where it is missing, cut short, damaged or of another key. */
export function readChecked<T>(file: string, key: string): T | null {
  try {
    const text = readFileSync(file, 'utf8');
    const end = text.indexOf('\n');
    const json = text.slice(end + 1);
    return text.slice(0, end) === `${key} ${crc32(json)}` ? (JSON.parse(json) as T) : null;
  } catch {
    // Whatever is wrong with a cache, the remedy is the same: do without it.
    return null;
  }
}
