import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { CacheFile, DamagedCache, writeCacheFile } from './cache-file.ts';

/**
 * Things that cost much to make, kept for later builds in a folder, each under the key of everything it was made from, the program too.
 * Can be deleted at any time; what is damaged is made anew.
 */
export class Cache {
  readonly #dir: string;
  readonly #used = new Set<string>();

  /** @param dir made where it is missing */
  constructor(dir: string) {
    this.#dir = dir;
    mkdirSync(dir, { recursive: true });
  }

  /** Absolute path of the file of a key, there or not. */
  file(key: string): string {
    this.#used.add(key);
    return path.join(this.#dir, key);
  }

  /** True where an earlier build left the thing. */
  has(key: string): boolean {
    return existsSync(this.file(key));
  }

  /** The bytes that an earlier build left under a key; null where there are none that can be trusted. */
  find(key: string): Buffer | null {
    if (!this.has(key)) return null;
    try {
      using file = new CacheFile(this.file(key));
      return file.read(0, file.size);
    } catch (error) {
      if (error instanceof DamagedCache) return null;
      throw error;
    }
  }

  /** The thing of a key, from an earlier build or made now. */
  get(key: string, make: () => Uint8Array): Uint8Array {
    const known = this.find(key);
    if (known) return known;
    const bytes = make();
    this.put(key, bytes);
    return bytes;
  }

  put(key: string, bytes: Uint8Array): void {
    writeCacheFile(this.file(key), [bytes]);
  }

  /** Removes what nobody asked for, unless nobody asked for anything: then what it is kept for was not made anew. */
  sweep(): void {
    if (this.#used.size === 0) return;
    for (const name of readdirSync(this.#dir))
      if (!this.#used.has(name)) rmSync(path.join(this.#dir, name), { recursive: true, force: true });
  }
}
