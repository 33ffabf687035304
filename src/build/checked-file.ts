import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { crc32 } from 'node:zlib';

/**
 * Writes JSON that can tell whether it is whole: the first line holds a key and a checksum. It appears under its name whole or not at all.
 * @param key what the content depends on; a reader with another key gets nothing
 */
export function writeChecked(file: string, key: string, value: unknown): void {
  const json = Buffer.from(JSON.stringify(value));
  writeFileSync(`${file}.new`, Buffer.concat([Buffer.from(`${key} ${crc32(json)}\n`), json]));
  renameSync(`${file}.new`, file);
}

/** Reads what `writeChecked` wrote; null where it is missing, cut short, damaged or of another key. */
export function readChecked<T>(file: string, key: string): T | null {
  try {
    const bytes = readFileSync(file);
    const end = bytes.indexOf('\n');
    const json = bytes.subarray(end + 1);
    const isWhole = bytes.toString('utf8', 0, end) === `${key} ${crc32(json)}`;
    return isWhole ? (JSON.parse(json.toString('utf8')) as T) : null;
  } catch {
    // Whatever is wrong with a cache, the remedy is the same: do without it.
    return null;
  }
}
