import { endOfDirectory } from './records.ts';
import type { PackedContent } from './zip.ts';

/** Bytes of records before what is of any length: the end, a line of the directory, a local header. */
const END = 22;
const LINE = 46;
const HEADER = 30;
/** What local header and directory say alike, from the version needed to the length of extra fields: where it begins in either. */
const [IN_LINE, IN_HEADER, ALIKE] = [6, 4, 26];

/**
 * The members of a small zip that `zipOf` made, as they lie in it: views of its bytes, nothing is inflated.
 * @returns name → member; none at all where anything is not laid out as `zipOf` does
 */
export function packedMembers(zip: Buffer): Map<string, PackedContent> {
  const members = new Map<string, PackedContent>();
  const end = zip.length - END;
  if (end < 0) return members;
  const [count, length] = [zip.readUInt16LE(end + 10), zip.readUInt32LE(end + 12)];
  const directory = end - length;
  if (directory < 0 || !endOfDirectory(count, directory, length).equals(zip.subarray(end))) return members;
  let line = directory;
  let offset = 0;
  for (let number = 0; number < count; number++) {
    const found = memberAt(zip, line, offset, directory);
    if (!found) return new Map();
    members.set(found.name, found.content);
    line += LINE + found.nameLength;
    offset += HEADER + found.nameLength + found.content.bytes.length;
  }
  return line === end && offset === directory ? members : new Map();
}

/** A member, if its line in the directory and what stands at its place say the same. */
function memberAt(
  zip: Buffer,
  line: number,
  offset: number,
  directory: number,
): { name: string; nameLength: number; content: PackedContent } | undefined {
  if (line + LINE > zip.length - END || offset + HEADER > directory) return undefined;
  const signed = zip.readUInt32LE(line) === 0x02014b50 && zip.readUInt32LE(offset) === 0x04034b50;
  const method = zip.readUInt16LE(line + 10);
  const [crc, deflated] = [zip.readUInt32LE(line + 16), zip.readUInt32LE(line + 20)];
  const [size, nameLength] = [zip.readUInt32LE(line + 24), zip.readUInt16LE(line + 28)];
  // Extra field, comment, and the disk it is on.
  const plain = zip.readUInt32LE(line + 30) === 0 && zip.readUInt16LE(line + 34) === 0;
  if (!signed || !plain || (method !== 0 && method !== 8)) return undefined;
  if (zip.readUInt32LE(line + 42) !== offset) return undefined;
  const start = offset + HEADER + nameLength;
  const isWhole = line + LINE + nameLength <= zip.length - END && start + deflated <= directory;
  if (!isWhole || !same(zip, line + IN_LINE, offset + IN_HEADER, ALIKE)) return undefined;
  if (!same(zip, line + LINE, offset + HEADER, nameLength)) return undefined;
  const bytes = zip.subarray(start, start + deflated);
  const name = zip.toString('utf8', offset + HEADER, start);
  return { name, nameLength, content: { method, crc, size, bytes } };
}

/** True where the same bytes stand at two places. */
const same = (zip: Buffer, a: number, b: number, length: number): boolean =>
  zip.compare(zip, a, a + length, b, b + length) === 0;
