import { closeSync, fstatSync, openSync, readSync, renameSync, writeFileSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import type { ByteSource } from '../search/gram/types.ts';
import { DamagedPack } from './store.ts';

/** Bytes under one checksum. */
const BLOCK = 1 << 18;
const CHECKSUM = 4;

/** Writes an inverted part with the CRC-32 of each block behind it; it appears under its name whole or not at all. */
export function writePart(file: string, part: Uint8Array): void {
  const checksums = Buffer.alloc(Math.ceil(part.length / BLOCK) * CHECKSUM);
  for (let at = 0, to = 0; at < part.length; at += BLOCK, to += CHECKSUM)
    checksums.writeUInt32LE(crc32(part.subarray(at, at + BLOCK)), to);
  writeFileSync(`${file}.${process.pid}`, Buffer.concat([part, checksums]));
  renameSync(`${file}.${process.pid}`, file);
}

/**
 * A part on disk, read piece by piece: merging never holds whole parts. Each block is checked when something of it is read first, so of a
 * part that needs no merging only the beginning is.
 */
export class PartFile implements ByteSource, Disposable {
  readonly size: number;
  readonly #file: string;
  readonly #descriptor: number;
  readonly #checked = new Set<number>();

  constructor(file: string) {
    this.#file = file;
    this.#descriptor = openSync(file, 'r');
    const { size } = fstatSync(this.#descriptor);
    this.size = size - Math.ceil(size / (BLOCK + CHECKSUM)) * CHECKSUM;
  }

  /** @throws {DamagedPack} where the file is not what was written */
  read(from: number, to: number): Uint8Array {
    for (let block = Math.floor(from / BLOCK); block * BLOCK < to; block++) this.#check(block);
    return this.#bytes(from, to);
  }

  [Symbol.dispose](): void {
    closeSync(this.#descriptor);
  }

  #check(block: number): void {
    if (this.#checked.has(block)) return;
    const content = this.#bytes(block * BLOCK, Math.min((block + 1) * BLOCK, this.size));
    const at = this.size + block * CHECKSUM;
    if (this.#bytes(at, at + CHECKSUM).readUInt32LE() !== crc32(content)) throw this.#damaged();
    this.#checked.add(block);
  }

  #bytes(from: number, to: number): Buffer {
    const bytes = Buffer.allocUnsafe(Math.max(0, to - from));
    if (readSync(this.#descriptor, bytes, 0, bytes.length, from) !== to - from) throw this.#damaged();
    return bytes;
  }

  #damaged = (): DamagedPack =>
    new DamagedPack(`${this.#file}: Unexpected bytes, expected a part of the index`);
}
