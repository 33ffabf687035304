import { isPlainPath } from '../offline/format.ts';
import { directoryLine, type Entry, endOfDirectory, localHeader } from './records.ts';
import type { PackedContent } from './zip.ts';

/** Bytes of the record at the end, and of a line of the directory before the member's name. */
const END = 22;
const LINE = 46;

/**
 * The members of a small zip that `zipOf` made, as they lie in it: views of its bytes, nothing is inflated.
 * @returns name → member; none at all where anything is not laid out as `zipOf` does, or named as no file of a site is
 */
export function packedMembers(zip: Buffer): Map<string, PackedContent> {
  const members = new Map<string, PackedContent>();
  const end = zip.length - END;
  if (end < 0) return members;
  const [count, length] = [zip.readUInt16LE(end + 10), zip.readUInt32LE(end + 12)];
  const directory = end - length;
  if (directory < 0 || !endOfDirectory(count, directory, length).equals(zip.subarray(end))) return members;
  const standsAt = (at: number, record: Buffer) => record.equals(zip.subarray(at, at + record.length));
  let line = directory;
  let offset = 0;
  for (let number = 0; number < count; number++) {
    const entry = line + LINE > end ? undefined : entryAt(zip, line, offset);
    if (!entry) return new Map();
    const [header, described] = [localHeader(entry), directoryLine(entry)];
    const start = offset + header.length;
    const isWhole = start + entry.deflated <= directory && line + described.length <= end;
    if (!isWhole || !standsAt(offset, header) || !standsAt(line, described)) return new Map();
    const { name, method, crc, size, deflated } = entry;
    if (!isPlainPath(name.toString()) || members.has(name.toString())) return new Map();
    members.set(name.toString(), { method, crc, size, bytes: zip.subarray(start, start + deflated) });
    line += described.length;
    offset = start + deflated;
  }
  return line === end && offset === directory ? members : new Map();
}

/** A member as its line in the directory describes it, if it begins at the place it should. */
function entryAt(zip: Buffer, line: number, offset: number): Entry | undefined {
  const method = zip.readUInt16LE(line + 10);
  if (method !== 0 && method !== 8) return undefined;
  const [crc, deflated] = [zip.readUInt32LE(line + 16), zip.readUInt32LE(line + 20)];
  const [size, nameLength] = [zip.readUInt32LE(line + 24), zip.readUInt16LE(line + 28)];
  const name = zip.subarray(line + LINE, line + LINE + nameLength);
  return { name, method, crc, size, deflated, offset };
}
