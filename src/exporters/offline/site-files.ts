import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { DIGEST_LENGTH } from '../../client/offline/format.ts';
import { sha256 } from '../run.ts';
import type { PackedFile } from './packed-files.ts';

/** The files of a site that is about to be published: some are made anew, the others stand where the last build left them. */
export class SiteFiles {
  readonly #staging: string;
  readonly #outDir: string;
  readonly #known: (file: string) => string | undefined;
  readonly #packed: ReadonlyMap<string, PackedFile>;
  readonly #places = new Map<string, { at: string; size: number }>();

  /**
   * @param known SHA-256 (hex) of a file, where it is known
   * @param packed files that stand in the output as they were packed by the last build
   */
  constructor(
    staging: string,
    outDir: string,
    known: (file: string) => string | undefined,
    packed: ReadonlyMap<string, PackedFile> = new Map(),
  ) {
    this.#packed = packed;
    this.#staging = staging;
    this.#outDir = outDir;
    this.#known = known;
  }

  /** Bytes of a file. */
  size(file: string): number {
    return this.#packed.get(file)?.size ?? this.#place(file).size;
  }

  /** Content of a file. */
  read(file: string): Buffer {
    return readFileSync(this.#place(file).at);
  }

  /** SHA-256 (hex) of a file. */
  sha256(file: string): string {
    return this.#known(file) ?? sha256(this.read(file));
  }

  /** The digest that a file has in a listing. */
  digest(file: string): string {
    return this.#packed.get(file)?.digest ?? this.sha256(file).slice(0, DIGEST_LENGTH);
  }

  #place(file: string): { at: string; size: number } {
    const known = this.#places.get(file);
    if (known) return known;
    const fresh = path.join(this.#staging, file);
    const at = existsSync(fresh) ? fresh : path.join(this.#outDir, file);
    const place = { at, size: statSync(at).size };
    this.#places.set(file, place);
    return place;
  }
}
