import { closeSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { crc32 } from 'node:zlib';

/**
 * Writes bytes that can tell whether they are whole: the first line holds a key and a checksum. The file appears under its name whole or not at all.
 * @param key what the content depends on; a reader with another key gets nothing
 * @param parts the content, in pieces that stand one after the other
 */
export function writeCheckedBytes(file: string, key: string, ...parts: Uint8Array[]): void {
  const checksum = parts.reduce((sum, part) => crc32(part, sum), 0);
  const descriptor = openSync(`${file}.new`, 'w');
  try {
    // Piece by piece: joining megabytes first takes as long as writing them.
    for (const part of [Buffer.from(`${key} ${checksum}\n`), ...parts]) writeFileSync(descriptor, part);
  } finally {
    closeSync(descriptor);
  }
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

/**
 * Writes JSON in the same way, in whatever encoding Node reads at once: UTF-8 has to be decoded character by character.
 */
export function writeChecked(file: string, key: string, value: unknown): void {
  const json = JSON.stringify(value);
  const isAscii = Buffer.byteLength(json) === json.length;
  writeCheckedBytes(
    file,
    key,
    Buffer.from(isAscii ? NARROW : WIDE),
    Buffer.from(json, isAscii ? 'latin1' : 'utf16le'),
  );
}

/** First bytes of JSON with a byte, and of JSON with two bytes a character. */
const NARROW = '1\n';
const WIDE = '2\n';

/** Reads what `writeChecked` wrote; null where there is no such thing. */
export function readChecked<T>(file: string, key: string): T | null {
  const bytes = readCheckedBytes(file, key);
  if (!bytes) return null;
  const isNarrow = bytes.toString('latin1', 0, NARROW.length) === NARROW;
  try {
    return JSON.parse(bytes.toString(isNarrow ? 'latin1' : 'utf16le', NARROW.length)) as T;
  } catch {
    // Whole, but written by another version of this program.
    return null;
  }
}
