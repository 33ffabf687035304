import { directoryLine, type Entry, endOfDirectory, localHeader } from './records.ts';
import type { PackedContent } from './zip.ts';

/** Bytes of what ends a zip that is no Zip64, and of a directory's line before its name. */
const END = 22;
const LINE = 46;

/**
 * The members of a small zip that `zipOf` made, as they lie in it: views of its bytes, nothing is inflated.
 * A record counts as read when writing what was read from it gives the same bytes.
 * @returns name → member; none at all where anything is not as `zipOf` writes it
 */
export function packedMembers(zip: Buffer): Map<string, PackedContent> {
  const members = new Map<string, PackedContent>();
  const end = zip.length - END;
  if (end < 0) return members;
  const [count, length] = [zip.readUInt16LE(end + 10), zip.readUInt32LE(end + 12)];
  const directory = end - length;
  if (directory < 0 || !holds(zip, end, endOfDirectory(count, directory, length))) return members;
  let line = directory;
  let next = 0;
  for (let number = 0; number < count; number++) {
    const entry = entryAt(zip, line, end);
    const bytes = entry?.offset === next ? bytesOf(zip, entry, directory) : undefined;
    if (!entry || !bytes) return new Map();
    const { method, crc, size } = entry;
    members.set(entry.name.toString(), { method, crc, size, bytes });
    line += LINE + entry.name.length;
    next = bytes.byteOffset - zip.byteOffset + bytes.length;
  }
  return line === end && next === directory ? members : new Map();
}

/** True where a buffer has these bytes at a place. */
const holds = (zip: Buffer, at: number, bytes: Buffer): boolean =>
  zip.subarray(at, at + bytes.length).equals(bytes);

/** What a line of the directory says. */
function entryAt(zip: Buffer, at: number, end: number): Entry | undefined {
  if (at + LINE > end) return undefined;
  const method = zip.readUInt16LE(at + 10);
  if (method !== 0 && method !== 8) return undefined;
  const entry: Entry = {
    name: zip.subarray(at + LINE, at + LINE + zip.readUInt16LE(at + 28)),
    crc: zip.readUInt32LE(at + 16),
    method,
    size: zip.readUInt32LE(at + 24),
    deflated: zip.readUInt32LE(at + 20),
    offset: zip.readUInt32LE(at + 42),
  };
  return holds(zip, at, directoryLine(entry)) ? entry : undefined;
}

/** A member's bytes, if its local header says what the directory does. */
function bytesOf(zip: Buffer, entry: Entry, limit: number): Buffer | undefined {
  const header = localHeader(entry);
  const start = entry.offset + header.length;
  const isWhole = start + entry.deflated <= limit && holds(zip, entry.offset, header);
  return isWhole ? zip.subarray(start, start + entry.deflated) : undefined;
}
