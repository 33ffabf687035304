import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { sha256 } from '../run.ts';

/** The files of a site that is about to be published: some are made anew, the others stand where the last build left them. */
export class SiteFiles {
  readonly #staging: string;
  readonly #outDir: string;
  readonly #known: (file: string) => string | undefined;
  readonly #places = new Map<string, { at: string; size: number }>();

  /** @param known SHA-256 (hex) of a file, where it is known */
  constructor(staging: string, outDir: string, known: (file: string) => string | undefined) {
    this.#staging = staging;
    this.#outDir = outDir;
    this.#known = known;
  }

  /** Bytes of a file. */
  size(file: string): number {
    return this.#place(file).size;
  }

  /** Content of a file. */
  read(file: string): Buffer {
    return readFileSync(this.#place(file).at);
  }

  /** SHA-256 (hex) of a file. */
  sha256(file: string): string {
    return this.#known(file) ?? sha256(this.read(file));
  }

  #place(file: string): { at: string; size: number } {
    const known = this.#places.get(file);
    if (known) return known;
    const fresh = path.join(this.#staging, file);
    const found = statSync(fresh, { throwIfNoEntry: false });
    const at = found ? fresh : path.join(this.#outDir, file);
    const place = { at, size: (found ?? statSync(at)).size };
    this.#places.set(file, place);
    return place;
  }
}
