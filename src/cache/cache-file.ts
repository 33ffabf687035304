import { closeSync, fstatSync, openSync, readSync, renameSync, rmSync, writeSync } from 'node:fs';
import { crc32 } from 'node:zlib';

/** Thrown where a file of the cache is missing, cut short or damaged: the cache has to be thrown away. */
export class DamagedCache extends Error {
  override name = 'DamagedCache';
}

/** Bytes under one checksum: what reading a single article costs at least. */
const BLOCK = 1 << 16;
const CHECKSUM = 4;
/** Length of the content (6 bytes), and the checksum of that and of all checksums. */
const TRAILER = 6 + CHECKSUM;

/**
 * Writes a file of the cache: content, the CRC-32 of each of its blocks, a trailer. It appears under its name whole or not at all.
 * @param pieces of the content, one after the other
 */
export function writeCacheFile(file: string, pieces: Iterable<Uint8Array>): void {
  // The process number keeps a worker that outlived a killed build from writing into the file of the next one.
  const partial = `${file}.${process.pid}.new`;
  const descriptor = openSync(partial, 'w');
  const checksums: number[] = [];
  let [size, checksum] = [0, 0];
  const write = (bytes: Uint8Array): void => {
    for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at);
  };
  try {
    for (const piece of pieces) {
      write(piece);
      for (let at = 0; at < piece.length; ) {
        const next = piece.subarray(at, at + BLOCK - (size % BLOCK));
        checksum = crc32(next, size % BLOCK === 0 ? 0 : checksum);
        checksums[Math.floor(size / BLOCK)] = checksum;
        [at, size] = [at + next.length, size + next.length];
      }
    }
    const end = Buffer.alloc(checksums.length * CHECKSUM + TRAILER);
    for (const [at, sum] of checksums.entries()) end.writeUInt32LE(sum, at * CHECKSUM);
    end.writeUIntLE(size, end.length - TRAILER, 6);
    end.writeUInt32LE(crc32(end.subarray(0, -CHECKSUM)), end.length - CHECKSUM);
    write(end);
    renameSync(partial, file);
  } catch (error) {
    rmSync(partial, { force: true });
    throw error;
  } finally {
    closeSync(descriptor);
  }
}

/** A file of the cache, read piece by piece. Each block is checked when something of it is read, so what is not needed costs nothing. */
export class CacheFile implements Disposable {
  readonly size: number;
  readonly #file: string;
  readonly #descriptor: number;
  readonly #checksums: Buffer;
  #held: { block: number; bytes: Buffer } | null = null;

  /** @throws {DamagedCache} where there is no such file, or its end is not what was written */
  constructor(file: string) {
    this.#file = file;
    try {
      this.#descriptor = openSync(file, 'r');
    } catch (cause) {
      throw new DamagedCache(`${file}: cannot be opened`, { cause });
    }
    try {
      const { size } = fstatSync(this.#descriptor);
      const trailer = this.#bytes(size - TRAILER, size);
      this.size = trailer.readUIntLE(0, 6);
      const end = this.#bytes(this.size, size - CHECKSUM);
      const blocks = Math.ceil(this.size / BLOCK);
      if (end.length !== blocks * CHECKSUM + 6 || crc32(end) !== trailer.readUInt32LE(6))
        throw this.#damaged();
      this.#checksums = end;
    } catch (error) {
      this[Symbol.dispose]();
      throw error;
    }
  }

  /**
   * Bytes `[from, to)` of the content.
   * @throws {DamagedCache} where they are not what was written
   */
  read(from: number, to: number): Buffer {
    if (!(from >= 0 && from <= to && to <= this.size)) throw this.#damaged();
    const start = Math.floor(from / BLOCK);
    if (to <= (start + 1) * BLOCK)
      return this.#block(start).subarray(from - start * BLOCK, to - start * BLOCK);
    const bytes = Buffer.allocUnsafe(to - from);
    for (let block = start; block * BLOCK < to; block++)
      this.#block(block).copy(bytes, Math.max(0, block * BLOCK - from), Math.max(0, from - block * BLOCK));
    return bytes;
  }

  [Symbol.dispose](): void {
    closeSync(this.#descriptor);
  }

  #block(block: number): Buffer {
    if (this.#held?.block === block) return this.#held.bytes;
    const bytes = this.#bytes(block * BLOCK, Math.min((block + 1) * BLOCK, this.size));
    if (bytes.length > 0 && crc32(bytes) !== this.#checksums.readUInt32LE(block * CHECKSUM))
      throw this.#damaged();
    this.#held = { block, bytes };
    return bytes;
  }

  #bytes(from: number, to: number): Buffer {
    if (from < 0 || to < from) throw this.#damaged();
    const bytes = Buffer.allocUnsafe(to - from);
    let read: number;
    try {
      read = readSync(this.#descriptor, bytes, 0, bytes.length, from);
    } catch (cause) {
      throw this.#damaged(cause);
    }
    if (read !== bytes.length) throw this.#damaged();
    return bytes;
  }

  #damaged = (cause?: unknown): DamagedCache =>
    new DamagedCache(`${this.#file}: Unexpected bytes, expected what was written there`, { cause });
}
