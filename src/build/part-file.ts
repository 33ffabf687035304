import { closeSync, fstatSync, openSync, readSync, renameSync, writeFileSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import type { ByteSource } from '../search/gram/types.ts';
import { DamagedPack } from './store.ts';

/** Bytes read at a time to check a part. */
const BLOCK = 1 << 20;

/** Writes an inverted part with its CRC-32 behind it; it appears under its name whole or not at all. */
export function writePart(file: string, part: Uint8Array): void {
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32LE(crc32(part));
  writeFileSync(`${file}.${process.pid}`, Buffer.concat([part, checksum]));
  renameSync(`${file}.${process.pid}`, file);
}

/** A part on disk, read piece by piece: merging never holds whole parts. */
export class PartFile implements ByteSource, Disposable {
  readonly size: number;
  readonly #descriptor: number;

  /** @throws {DamagedPack} where the file is not what was written */
  constructor(file: string) {
    this.#descriptor = openSync(file, 'r');
    this.size = fstatSync(this.#descriptor).size - 4;
    let checksum = 0;
    for (let at = 0; at < this.size; at += BLOCK)
      checksum = crc32(this.read(at, Math.min(at + BLOCK, this.size)), checksum);
    const whole =
      this.size >= 0 && Buffer.from(this.read(this.size, this.size + 4)).readUInt32LE() === checksum;
    if (whole) return;
    this[Symbol.dispose]();
    throw new DamagedPack(`${file}: Unexpected bytes, expected a part of the index`);
  }

  read(from: number, to: number): Uint8Array {
    const bytes = Buffer.allocUnsafe(to - from);
    const read = readSync(this.#descriptor, bytes, 0, bytes.length, from);
    if (read !== bytes.length)
      throw new DamagedPack(`Unexpected end of an index part, expected ${bytes.length} bytes at ${from}`);
    return bytes;
  }

  [Symbol.dispose](): void {
    closeSync(this.#descriptor);
  }
}
