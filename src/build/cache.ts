import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { ReadOptions } from '../types.ts';
import { readChecked, writeChecked } from './checked-file.ts';
import { digest, readerCode } from './code.ts';
import type { FileReading } from './read-worker.ts';
import type { SourceFile } from './scan.ts';

/** A file as it was when it was read. */
type Known = [file: string, size: number, mtime: number, ctime: number, inode: number];

/** A pack with fewer articles than this is small; more small packs than allowed are read anew into a large one. */
const SMALL = 60;
const SMALL_ALLOWED = 64;
/** Milliseconds: a file changed so shortly before the cache was written may change again without its times telling. */
const RACY = 2_000;

/** What a cache holds. */
interface Contents {
  /** When it was written, in milliseconds. Only compared with files' times; no output depends on it. */
  written: number;
  known: Known[];
}

/**
 * Articles read by earlier builds, under the digest of the code and the settings that read them, each under the state of its file.
 * Bodies lie in packs of some hundred articles. Everything here can be deleted at any time.
 */
export class ArticleCache {
  readonly #dir: string;
  readonly #key: string;

  /** @param dir where the cache lives; made where it is missing */
  constructor(dir: string, options: ReadOptions) {
    this.#dir = dir;
    this.#key = digest(readerCode(), JSON.stringify(options));
    mkdirSync(this.packDir, { recursive: true });
  }

  get packDir(): string {
    return path.join(this.#dir, 'packs');
  }

  /** What the readings depend on besides the files. */
  get key(): string {
    return this.#key;
  }

  /** True where every file is as it was when the cache was written, none came and none went: the article list itself need not be loaded. */
  covers(files: readonly SourceFile[]): boolean {
    const contents = readChecked<Contents>(this.#file('sources'), this.#key);
    return (
      contents !== null &&
      contents.known.length === files.length &&
      files.every((file, at) => same(file, contents.known[at], contents.written))
    );
  }

  /**
   * The articles that need not be read again, by file. Removes packs that nothing refers to.
   * A file whose times differ is compared by its bytes: a fresh checkout has new times for old articles.
   */
  load(contentDir: string, files: readonly SourceFile[]): Map<string, FileReading> {
    const contents = readChecked<Contents>(this.#file('sources'), this.#key);
    const readings = contents && readChecked<FileReading[]>(this.#file('articles'), this.#key);
    const known = new Map((readings ? contents.known : []).map((entry) => [entry[0], entry]));
    const byFile = new Map((readings ?? []).map((reading) => [reading.file, reading]));
    const usable = new Map<string, FileReading>();
    for (const file of files) {
      const reading = byFile.get(file.file);
      if (!reading || !contents) continue;
      if (same(file, known.get(file.file), contents.written) || sameBytes(contentDir, reading))
        usable.set(file.file, reading);
    }
    this.#sweep(usable);
    return usable;
  }

  /** Number of the first pack that can be written without touching one in use. */
  nextPack(): number {
    return Math.max(-1, ...readdirSync(this.packDir).map((name) => Number.parseInt(name, 10) || 0)) + 1;
  }

  /** Keeps the readings of all files for the next build. */
  async save(files: readonly SourceFile[], readings: readonly FileReading[]): Promise<void> {
    const known = files.map(
      ({ file, size, mtime, ctime, inode }): Known => [file, size, mtime, ctime, inode],
    );
    await writeChecked(this.#file('articles'), this.#key, readings);
    await writeChecked(this.#file('sources'), this.#key, { written: Date.now(), known } satisfies Contents);
  }

  /** Throws everything away. */
  clear(): void {
    rmSync(this.#dir, { recursive: true, force: true });
    mkdirSync(this.packDir, { recursive: true });
  }

  #file(name: string): string {
    return path.join(this.#dir, `${name}.json`);
  }

  /** Removes packs out of use, and forgets the articles of small packs where these have become many. */
  #sweep(usable: Map<string, FileReading>): void {
    const users = new Map<string, string[]>();
    for (const [file, { reading }] of usable) {
      if (!reading) continue;
      const list = users.get(reading.at.pack) ?? [];
      users.set(reading.at.pack, list);
      list.push(file);
    }
    const small = [...users].filter(([, files]) => files.length < SMALL);
    if (small.length > SMALL_ALLOWED)
      for (const [pack, files] of small) {
        for (const file of files) usable.delete(file);
        users.delete(pack);
      }
    for (const name of readdirSync(this.packDir)) {
      const pack = path.join(this.packDir, name);
      if (!users.has(pack)) rmSync(pack, { force: true });
    }
  }
}

/** True where a file still holds the bytes that an article was read from. */
function sameBytes(contentDir: string, { file, reading }: FileReading): boolean {
  if (!reading) return false;
  try {
    const bytes = readFileSync(path.join(contentDir, file));
    return createHash('sha256').update(bytes).digest('hex') === reading.digest;
  } catch {
    // What cannot be read now is reported when it is read again.
    return false;
  }
}

function same(file: SourceFile, known: Known | undefined, written: number): boolean {
  if (!known || Math.max(file.mtime, file.ctime) > written - RACY) return false;
  const [name, size, mtime, ctime, inode] = known;
  return (
    file.file === name &&
    file.size === size &&
    file.mtime === mtime &&
    file.ctime === ctime &&
    file.inode === inode
  );
}
