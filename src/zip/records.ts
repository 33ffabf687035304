/**
 * The records of a zip, as https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT lays them out (sections 4.3 and 4.5.3).
 * Written here because the libraries at hand look through all members for each new one, spend more time on streams than on
 * deflating, or know no Zip64.
 */

/** A member as its records describe it. */
export interface Entry {
  name: Buffer;
  crc: number;
  /** 0: as it is, 8: deflated. */
  method: 0 | 8;
  size: number;
  deflated: number;
  /** Bytes before its local header. */
  offset: number;
}

/** 1980-01-01, the oldest day a zip can hold: the same bytes whenever it is made. */
const DATE = (1 << 5) | 1;
/** Names are UTF-8. */
const FLAGS = 0x0800;
/** A Unix file that everybody may read. */
const MADE_BY = (3 << 8) | 45;
const ATTRIBUTES = 0o100644 * 0x10000;
/** The content of a field whose value is in the Zip64 record. */
const FULL16 = 0xffff;
const FULL32 = 0xffffffff;
const ZIP64 = 45;
const PLAIN = 20;

/** A field: bytes and value. */
type Field = [bytes: 2 | 4 | 8, value: number];

/** Fields as bytes, least significant first. */
function record(...fields: Field[]): Buffer {
  const bytes = Buffer.alloc(fields.reduce((sum, [length]) => sum + length, 0));
  let at = 0;
  for (const [length, value] of fields) {
    if (length === 8) bytes.writeBigUInt64LE(BigInt(value), at);
    else bytes.writeUIntLE(value, at, length);
    at += length;
  }
  return bytes;
}

/** Fields that local header and directory share. */
const common = ({ method, crc, deflated, size, name }: Entry): Field[] => [
  [2, FLAGS],
  [2, method],
  [2, 0],
  [2, DATE],
  [4, crc],
  [4, deflated],
  [4, size],
  [2, name.length],
];

/** The record before a member's bytes. Members are below 4 GB. */
export const localHeader = (entry: Entry): Buffer =>
  Buffer.concat([record([4, 0x04034b50], [2, PLAIN], ...common(entry), [2, 0]), entry.name]);

/** A member's line in the directory at the end. */
export function directoryLine(entry: Entry): Buffer {
  const far = entry.offset >= FULL32;
  const head = record(
    [4, 0x02014b50],
    [2, MADE_BY],
    [2, far ? ZIP64 : PLAIN],
    ...common(entry),
    [2, far ? 12 : 0],
    // No comment, the first disk, no hint that it is text.
    [4, 0],
    [2, 0],
    [4, ATTRIBUTES],
    [4, far ? FULL32 : entry.offset],
  );
  const extra = far ? record([2, 1], [2, 8], [8, entry.offset]) : Buffer.alloc(0);
  return Buffer.concat([head, entry.name, extra]);
}

/**
 * The records at the end of a zip.
 * @param start bytes before the directory
 * @param length bytes of the directory
 */
export function endOfDirectory(count: number, start: number, length: number): Buffer {
  const counted: Field = [2, Math.min(count, FULL16)];
  const end = record(
    [4, 0x06054b50],
    [4, 0],
    counted,
    counted,
    [4, Math.min(length, FULL32)],
    [4, Math.min(start, FULL32)],
    [2, 0],
  );
  if (count < FULL16 && start < FULL32 && length < FULL32) return end;
  const zip64 = record(
    [4, 0x06064b50],
    [8, 44],
    [2, MADE_BY],
    [2, ZIP64],
    [4, 0],
    [4, 0],
    [8, count],
    [8, count],
    [8, length],
    [8, start],
  );
  const locator = record([4, 0x07064b50], [4, 0], [8, start + length], [4, 1]);
  return Buffer.concat([zip64, locator, end]);
}
