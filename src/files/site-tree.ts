import { closeSync, mkdirSync, openSync, readFileSync, statSync, writeSync } from 'node:fs';
import path from 'node:path';
import { UserError } from '../errors.ts';
import { hashOf } from '../hash.ts';
import { listFiles } from './list-files.ts';

/** A file as it is known without looking at it. */
export interface FileState {
  /** SHA-256 (hex); empty where nobody asked for it. */
  hash: string;
  /** Bytes. */
  size: number;
}

/** Pieces of a file in order; strings are UTF-8 text. */
export type Chunks = Iterable<string | Uint8Array>;

/** Bytes that are gathered before they are written. */
const WRITTEN_AT_ONCE = 1 << 20;

/**
 * The tree of a site that is about to be published: some of its files are made anew and lie in the staging folder, the others stand in the output
 * as the last build left them. Whoever needs a page that is still being written waits for it.
 */
export class SiteTree {
  readonly staging: string;
  readonly outDir: string;
  /** The files in the output that builds made. */
  readonly present: ReadonlySet<string>;
  /** The other files there, which are never touched, and the folders they lie in. */
  readonly #foreign: ReadonlySet<string>;
  readonly #foreignFolders: ReadonlySet<string>;
  /** The files that this build made. */
  readonly made = new Map<string, FileState | null>();
  readonly #known: ReadonlyMap<string, FileState>;
  readonly #looked = new Map<string, FileState>();
  readonly #coming = new Set<string>();
  readonly #folders = new Set<string>();
  readonly #waiting: (() => void)[] = [];
  #failure: { error: unknown } | null = null;

  /** @param known what the last build says of the files in the output */
  constructor(
    staging: string,
    outDir: string,
    known: ReadonlyMap<string, FileState>,
    present: ReadonlySet<string>,
    foreign: readonly string[] = [],
  ) {
    this.staging = staging;
    this.outDir = outDir;
    this.present = present;
    this.#known = known;
    this.#foreignFolders = new Set([...foreign].flatMap(foldersOf));
    this.#foreign = new Set([...foreign, ...this.#foreignFolders]);
  }

  /** Absolute path of a file, made now or earlier. */
  path(file: string): string {
    return path.join(this.made.has(file) ? this.staging : this.outDir, file);
  }

  read(file: string): Buffer {
    return readFileSync(this.path(file));
  }

  /** Bytes of a file. */
  size(file: string): number {
    return this.state(file).size;
  }

  /** SHA-256 (hex) of a file. */
  hash(file: string): string {
    const state = this.state(file);
    if (!state.hash) state.hash = hashOf(this.read(file));
    return state.hash;
  }

  /** True for a file that stands in the output as the last build left it there. */
  isKept(file: string): boolean {
    return !this.made.has(file) && this.#known.has(file);
  }

  /** True or false where it is known that a file holds what the last build wrote there, null where it is not. */
  isSame(file: string): boolean | null {
    const [now, then] = [this.made.get(file)?.hash, this.#known.get(file)?.hash];
    return now && then ? now === then : null;
  }

  /** Says which files are going to be written, so that others can wait for them. */
  expect(files: Iterable<string>): void {
    for (const file of files) {
      this.#claim(file);
      this.#coming.add(file);
    }
  }

  /** Takes in files that others have written into the staging folder. */
  add(files: Iterable<readonly [file: string, state: FileState | null]>): void {
    for (const [file, state] of files) {
      this.#claim(file);
      this.made.set(file, state);
      this.#coming.delete(file);
    }
    this.#wake();
  }

  /** Takes in a whole folder of the staging folder. @returns its files */
  addFolder(folder: string): string[] {
    const files = listFiles(path.join(this.staging, folder)).map((file) => `${folder}/${file}`);
    this.add(files.map((file) => [file, null]));
    return files;
  }

  /** Ends the waiting for files that will never come. */
  fail(error: unknown): void {
    this.#failure = { error };
    this.#wake();
  }

  /** True for a file that can be read now. */
  isReady(file: string): boolean {
    return !this.#coming.has(file);
  }

  /**
   * Waits until a file can be read.
   * @throws what went wrong, where it will never be
   */
  async ready(file: string): Promise<void> {
    while (!this.isReady(file)) {
      if (this.#failure) throw this.#failure.error;
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }

  /** Writes a file. */
  write(file: string, ...chunks: (string | Uint8Array)[]): void {
    for (const _ of this.writing(file, chunks));
  }

  /** Writes a file, and stops after each piece. */
  *writing(file: string, chunks: Chunks): Generator<void> {
    const target = this.#target(file);
    const descriptor = openSync(target, 'w');
    let waiting: Uint8Array[] = [];
    let [gathered, size] = [0, 0];
    const flush = (): void => {
      // Large files come in one piece.
      const [first = new Uint8Array(), ...more] = waiting;
      const bytes = more.length === 0 ? first : Buffer.concat(waiting);
      for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at);
      [waiting, gathered] = [[], 0];
    };
    try {
      for (const chunk of chunks) {
        const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
        waiting.push(bytes);
        gathered += bytes.length;
        size += bytes.length;
        if (gathered >= WRITTEN_AT_ONCE) flush();
        yield;
      }
      flush();
    } finally {
      closeSync(descriptor);
    }
    this.add([[file, { hash: '', size }]]);
  }

  /** Absolute path of a file that is about to be written, its folder made. */
  #target(file: string): string {
    const folder = path.dirname(file);
    if (!this.#folders.has(folder)) mkdirSync(path.join(this.staging, folder), { recursive: true });
    this.#folders.add(folder);
    return path.join(this.staging, file);
  }

  /** A file as far as it is known; its hash may not be asked for yet. */
  state(file: string): FileState {
    const known = this.made.has(file) ? this.made.get(file) : this.#known.get(file);
    const state = known ?? this.#looked.get(file) ?? { hash: '', size: statSync(this.path(file)).size };
    if (!known) this.#looked.set(file, state);
    return state;
  }

  /** @throws {UserError} where somebody else's file stands in the way */
  #claim(file: string): void {
    if (this.#foreign.size === 0) return;
    const inTheWay = this.#foreign.has(file)
      ? file
      : foldersOf(file).find((folder) => this.#foreign.has(folder) && !this.#foreignFolders.has(folder));
    if (inTheWay !== undefined)
      throw new UserError(
        `${path.join(this.outDir, inTheWay)}: stands where the build wants to write ${file}, and no build made it; move it away, or choose another --out`,
      );
  }

  #wake(): void {
    for (const resolve of this.#waiting.splice(0)) resolve();
  }
}

/** The folders that a file lies in, outermost first. */
function foldersOf(file: string): string[] {
  const parts = file.split('/').slice(0, -1);
  return parts.map((_, at) => parts.slice(0, at + 1).join('/'));
}
