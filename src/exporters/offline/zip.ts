import { crc32, deflateRawSync } from 'node:zlib';

/** A file for a zip. */
export interface ZipEntry {
  name: string;
  content: Uint8Array;
  /** False for what is compressed already. */
  compress: boolean;
}

/** 1 January 1980, the first day zip knows: the same bytes whenever it is made. */
const DOS_DATE = 0x0021;
/** Names are UTF-8 (APPNOTE 4.4.4, bit 11). */
const UTF8 = 0x0800;
const VERSION = 20;

/**
 * Makes a small zip in memory, without Zip64. Not with yazl, which spends more time on its streams than on deflating: an
 * archive has a hundred thousand pages of 10 KB.
 */
export function makeZip(entries: Iterable<ZipEntry>): Buffer {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { name, content, compress } of entries) {
    const deflated = compress ? deflateRawSync(content, { level: 6 }) : content;
    const packed = deflated.length < content.length ? deflated : content;
    const nameBytes = Buffer.from(name);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(VERSION, 0);
    fields.writeUInt16LE(UTF8, 2);
    fields.writeUInt16LE(packed === content ? 0 : 8, 4);
    fields.writeUInt16LE(DOS_DATE, 8);
    fields.writeUInt32LE(crc32(content), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(content.length, 18);
    fields.writeUInt16LE(nameBytes.length, 22);
    parts.push(Buffer.from('PK\x03\x04', 'latin1'), fields, nameBytes, packed);
    const central = Buffer.alloc(14);
    central.writeUInt32LE(offset, 10);
    directory.push(Buffer.from([0x50, 0x4b, 1, 2, VERSION, 0]), fields, central, nameBytes);
    offset += 30 + nameBytes.length + packed.length;
  }
  const count = directory.length / 4;
  const size = directory.reduce((sum, piece) => sum + piece.length, 0);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, ...directory, end]);
}
