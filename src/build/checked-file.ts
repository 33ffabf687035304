import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { crc32 } from 'node:zlib';

/**
 * Writes bytes that can tell whether they are whole: the first line holds a key and a checksum. The file appears under its name whole or not at all.
 * @param key what the content depends on; a reader with another key gets nothing
 */
export function writeCheckedBytes(file: string, key: string, bytes: Uint8Array): void {
  writeFileSync(`${file}.new`, Buffer.concat([Buffer.from(`${key} ${crc32(bytes)}\n`), bytes]));
  renameSync(`${file}.new`, file);
}

/** Reads what `writeCheckedBytes` wrote; null where it is missing, cut short, damaged or of another key. */
export function readCheckedBytes(file: string, key: string): Buffer | null {
  try {
    const bytes = readFileSync(file);
    const end = bytes.indexOf('\n');
    const content = bytes.subarray(end + 1);
    return bytes.toString('utf8', 0, end) === `${key} ${crc32(content)}` ? content : null;
  } catch {
    // Whatever is wrong with a cache, the remedy is the same: do without it.
    return null;
  }
}

/** Writes JSON in the same way. */
export function writeChecked(file: string, key: string, value: unknown): void {
  writeCheckedBytes(file, key, Buffer.from(JSON.stringify(value)));
}

/** Reads what `writeChecked` wrote; null where there is no such thing. */
export function readChecked<T>(file: string, key: string): T | null {
  const json = readCheckedBytes(file, key)?.toString('utf8');
  return json === undefined ? null : (JSON.parse(json) as T);
}
