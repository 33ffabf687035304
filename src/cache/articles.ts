import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { SourceFile } from '../pipeline/scan.ts';
import { digest, readerCode } from '../pipeline/version.ts';
import type { Location, ReadOptions } from '../types.ts';
import type { FileReading } from '../workers/read-worker.ts';
import { readChecked, writeChecked } from './checked-file.ts';
import { Cursor } from './cursor.ts';
import type { RepairText } from './repair-texts.ts';

/** A file as it was when it was read, and the number of the pack its article is in. */
type Known = [file: string, size: number, mtime: number, ctime: number, inode: number, pack: number];

/** A pack with fewer articles than this is small; more small packs than allowed are read anew into a large one. */
const SMALL = 60;
const SMALL_ALLOWED = 64;
/** Milliseconds: a file changed so shortly before the cache was written may change again without its times telling. */
const RACY = 2_000;

/** What a cache holds. */
interface Contents {
  /** When it was written, in milliseconds. Only compared with files' times; no output depends on it. */
  written: number;
  /** Names of the packs, without ending. */
  packs: string[];
  known: Known[];
}

/** Where a worker puts the articles it reads. */
export interface NewPack {
  /** The bodies. */
  file: string;
  /** What `load` gives back of them. */
  list: string;
  /** What was mended in them. */
  repairs: string;
  key: string;
}

/**
 * Articles read by earlier builds, under the digest of the code and the settings that read them, each under the state of its file.
 * Bodies lie in packs of some hundred articles, what is known of these in a list beside each pack: an edited article costs one small pack and
 * its list. Everything here can be deleted at any time.
 */
export class ArticleCache {
  readonly #dir: string;
  readonly #key: string;
  /** File → name of the pack that its article is in. */
  readonly #packs = new Map<string, string>();

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
    const contents = readChecked<Contents>(this.#sources, this.#key);
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
    const contents = readChecked<Contents>(this.#sources, this.#key);
    const usable = new Map<string, FileReading>();
    if (!contents) {
      this.#sweep(usable);
      return usable;
    }
    const known = new Cursor(contents.known, ([file]) => file);
    const lists = new Map<number, Cursor<FileReading>>();
    for (const file of files) {
      const entry = known.find(file.file);
      if (!entry) continue;
      const number = entry[5];
      const pack = contents.packs[number] ?? '';
      const list = lists.get(number) ?? new Cursor(this.#readings(pack), (reading) => reading.file);
      lists.set(number, list);
      const reading = list.find(file.file);
      if (!reading || !(same(file, entry, contents.written) || sameBytes(contentDir, reading))) continue;
      usable.set(file.file, reading);
      this.#packs.set(file.file, pack);
    }
    this.#sweep(usable);
    return usable;
  }

  /** Packs that can be written without touching one in use. */
  newPacks(count: number): NewPack[] {
    const first =
      Math.max(-1, ...readdirSync(this.packDir).map((name) => Number.parseInt(name, 10) || 0)) + 1;
    return Array.from({ length: count }, (_, number) => {
      // The process number keeps a worker that outlived a killed build from writing into the next one.
      const name = path.join(this.packDir, `${first + number}-${process.pid}`);
      return { file: `${name}.pack`, list: `${name}.json`, repairs: `${name}.repairs`, key: this.#key };
    });
  }

  /** Takes in what a worker has put into a new pack. */
  add(pack: NewPack): FileReading[] {
    const name = path.basename(pack.file, '.pack');
    const readings = this.#readings(name);
    for (const { file } of readings) this.#packs.set(file, name);
    return readings;
  }

  /** Where it stands what was mended in an article. @param bytes as its reading has them */
  repairText({ pack }: Location, [from, to]: readonly [number, number]): RepairText {
    return { store: pack.replace(/\.pack$/, '.repairs'), from, to };
  }

  /** Keeps the state of all files for the next build. */
  save(files: readonly SourceFile[]): void {
    const names = [...new Set(this.#packs.values())].sort();
    const numbers = new Map(names.map((name, number) => [name, number]));
    const known = files.flatMap(({ file, size, mtime, ctime, inode }): Known[] => {
      const pack = numbers.get(this.#packs.get(file) ?? '');
      return pack === undefined ? [] : [[file, size, mtime, ctime, inode, pack]];
    });
    const contents: Contents = { written: Date.now(), packs: names, known };
    writeChecked(this.#sources, this.#key, contents);
  }

  get #sources(): string {
    return path.join(this.#dir, 'sources.json');
  }

  /** The articles of a pack, in the order of their files; none where the list is missing or damaged. */
  #readings(name: string): FileReading[] {
    const list = readChecked<FileReading[]>(path.join(this.packDir, `${name}.json`), this.#key) ?? [];
    const pack = path.join(this.packDir, `${name}.pack`);
    for (const { reading } of list) if (reading) reading.at.pack = pack;
    return list;
  }

  /** Removes packs out of use, and forgets the articles of small packs where these have become many. */
  #sweep(usable: Map<string, FileReading>): void {
    const users = new Map<string, string[]>();
    for (const file of usable.keys()) {
      const pack = this.#packs.get(file) ?? '';
      const list = users.get(pack) ?? [];
      users.set(pack, list);
      list.push(file);
    }
    const small = [...users].filter(([, files]) => files.length < SMALL);
    if (small.length > SMALL_ALLOWED)
      for (const [pack, files] of small) {
        for (const file of files) {
          usable.delete(file);
          this.#packs.delete(file);
        }
        users.delete(pack);
      }
    for (const name of readdirSync(this.packDir))
      if (!users.has(name.replace(/\.\w+$/, ''))) rmSync(path.join(this.packDir, name), { force: true });
  }
}

/** True where a file still holds the bytes that an article was read from. */
function sameBytes(contentDir: string, { file, reading }: FileReading): boolean {
  if (!reading) return false;
  try {
    const bytes = readFileSync(path.join(contentDir, file));
    return createHash('sha256').update(bytes).digest('hex') === reading.hash;
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
