import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { sha256 } from '../exporters/run.ts';
import { DIGEST_LENGTH } from './format.ts';
import type { PackedFile } from './packed-files.ts';

/** The files of a site that is about to be published: some are made anew, the others stand where the last build left them. */
export class SiteFiles {
  readonly #staging: string;
  readonly #outDir: string;
  readonly #known: (file: string) => string | undefined;
  readonly #packed: ReadonlyMap<string, PackedFile>;
  readonly #sizes = new Map<string, number>();
  /** The files that stand where the last build left them. */
  readonly #old = new Set<string>();

  /**
   * @param known SHA-256 (hex) of a file, where it is known
   * @param packed files that stand in the output as they were packed by the last build; looked at whenever a file is asked for
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

  /** Bytes of a file. It has to be finished when it is first asked for. */
  size(file: string): number {
    const known = this.#packed.get(file)?.size ?? this.#sizes.get(file);
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
    const isOld = this.#packed.has(file) || this.#old.has(file);
    return readFileSync(path.join(isOld ? this.#outDir : this.#staging, file));
  }

  /** SHA-256 (hex) of a file. */
  sha256(file: string): string {
    return this.#known(file) ?? sha256(this.read(file));
  }

  /** The digest that a file has in a listing. */
  digest(file: string): string {
    return this.#packed.get(file)?.digest ?? this.sha256(file).slice(0, DIGEST_LENGTH);
  }
}
