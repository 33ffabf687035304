import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { sha256 } from '../run.ts';

/** The files of a site that is about to be published: some are made anew, the others stand where the last build left them. */
export class SiteFiles {
  readonly #staging: string;
  readonly #outDir: string;
  readonly #known: (file: string) => string | undefined;
  readonly #sizes = new Map<string, number>();
  /** The files that stand where the last build left them. */
  readonly #old = new Set<string>();

  /** @param known SHA-256 (hex) of a file, where it is known */
  constructor(staging: string, outDir: string, known: (file: string) => string | undefined) {
    this.#staging = staging;
    this.#outDir = outDir;
    this.#known = known;
  }

  /** Bytes of a file. It has to be finished when it is first asked for. */
  size(file: string): number {
    const known = this.#sizes.get(file);
    if (known !== undefined) return known;
    const fresh = statSync(path.join(this.#staging, file), { throwIfNoEntry: false });
    if (!fresh) this.#old.add(file);
    const { size } = fresh ?? statSync(path.join(this.#outDir, file));
    this.#sizes.set(file, size);
    return size;
  }

  /** Content of a file. */
  read(file: string): Buffer {
    this.size(file);
    return readFileSync(path.join(this.#old.has(file) ? this.#outDir : this.#staging, file));
  }

  /** SHA-256 (hex) of a file. */
  sha256(file: string): string {
    return this.#known(file) ?? sha256(this.read(file));
  }
}
