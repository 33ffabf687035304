import { crc32 } from 'node:zlib';
import { deflateSync } from 'fflate';

/** Magic number, deflate, no flags, no time, no hints, Unix (RFC 1952, section 2.3). */
const HEAD = Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3);

/**
 * Text as a gzip member: the same bytes on every machine. Node's zlib, whose bytes differ between processors and versions, gives the checksum only.
 * Level 6 would spare 1 % of the bytes for 15 % more time.
 */
export function gzipMember(text: string): Buffer {
  const bytes = Buffer.from(text);
  const tail = Buffer.alloc(8);
  tail.writeUInt32LE(crc32(bytes));
  tail.writeUInt32LE(bytes.length % 2 ** 32, 4);
  return Buffer.concat([HEAD, deflateSync(bytes, { level: 5 }), tail]);
}
