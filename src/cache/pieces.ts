import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { crc32 } from 'node:zlib';

/** Bytes of the checksum at the end of each file. */
const CHECKSUM = 4;

/**
 * Pieces of files that cost much to make, kept for later builds, each under the digest of what it is made from.
 * Can be deleted at any time; a damaged piece is made anew.
 */
export class PieceStore {
  readonly #dir: string;
  readonly #used = new Set<string>();

  /** @param dir made where it is missing */
  constructor(dir: string) {
    this.#dir = dir;
    mkdirSync(dir, { recursive: true });
  }

  /**
   * The piece of this digest, from an earlier build or made now.
   * @param digest of everything the piece is made from, its code too
   */
  get(digest: string, make: () => Uint8Array): Uint8Array {
    this.#used.add(digest);
    const file = path.join(this.#dir, digest);
    const known = readPiece(file);
    if (known) return known;
    const bytes = make();
    const checksum = Buffer.alloc(CHECKSUM);
    checksum.writeUInt32LE(crc32(bytes));
    writeFileSync(`${file}.new`, Buffer.concat([bytes, checksum]));
    renameSync(`${file}.new`, file);
    return bytes;
  }

  /** Removes the pieces that nobody asked for, unless nobody asked for any: then the file they belong to was not made anew. */
  sweep(): void {
    if (this.#used.size === 0) return;
    for (const name of readdirSync(this.#dir))
      if (!this.#used.has(name)) rmSync(path.join(this.#dir, name), { force: true });
  }
}

function readPiece(file: string): Uint8Array | null {
  try {
    const bytes = readFileSync(file);
    const content = bytes.subarray(0, -CHECKSUM);
    return bytes.length >= CHECKSUM && bytes.readUInt32LE(content.length) === crc32(content) ? content : null;
  } catch {
    // Whatever is wrong with a piece, the remedy is the same: make it.
    return null;
  }
}
