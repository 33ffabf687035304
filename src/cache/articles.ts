import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { SourceFile } from '../files/scan.ts';
import { hashOf, keyOf } from '../hash.ts';
import type { Problem, Reading } from '../types.ts';
import { PackReader, PackWriter, type Span } from './article-pack.ts';
import type { Cache } from './cache.ts';
import { DamagedCache } from './cache-file.ts';

/** Outcome of reading one file. */
export interface FileReading {
  file: string;
  /** Null where the file gave no article. */
  reading: Reading | null;
  problems: Problem[];
  /** Where it stands in the pack what was mended, as a line of `report.json`; null where nothing was. */
  repairs: Span | null;
  /** Where reading it ended the process: the hash of its bytes, empty where the process had not got them yet. */
  fatal?: string;
}

/** Some articles in one file: their bodies, what was mended in them, and where in it the list of their readings stands. */
export interface ArticlePack {
  key: string;
  readings: Span;
}

/** A pack with fewer articles than this is small; more small packs than allowed are read anew into a large one. */
const SMALL = 60;
const SMALL_ALLOWED = 64;
/** Milliseconds: a file changed so shortly before the cache was written may change again without its times telling. */
const RACY = 2_000;

const span: z.ZodType<Span> = z.tuple([z.number(), z.number()]);
/** The list of all files: `states` has size, times, inode and number of the pack of each, one after the other. */
const indexSchema = z.object({
  /** When it was written, in milliseconds. Only compared with files' times; no output depends on it. */
  written: z.number(),
  packs: z.array(z.object({ key: z.string(), readings: span })),
  files: z.array(z.string()),
  states: z.array(z.number()),
});
type Index = z.infer<typeof indexSchema>;
const STATE = 5;

/** The pack is checked by its checksums and its key names the program that wrote it: more than a look at the list is not needed. */
const readingsSchema = z.custom<FileReading[]>(
  (list) =>
    Array.isArray(list) && list.every((one) => typeof one?.file === 'string' && Array.isArray(one.problems)),
);

/** Readings by their packs, for a process that builds again and again: reading them from the disk takes longer than an edit. */
export type HeldReadings = Map<string, readonly FileReading[]>;

/**
 * Articles read by earlier builds, each under the state of its file. They lie in packs of some hundred: an edited article costs one small pack.
 * Everything here can be deleted at any time.
 */
export class ArticleCache {
  readonly #key: string;
  readonly #cache: Cache;
  /** File → the pack that its article is in. */
  readonly #packs = new Map<string, ArticlePack>();
  readonly #held: HeldReadings | null;

  /**
   * @param key of what all readings depend on besides the files: the program and the settings
   * @param held what this process knows of packs from its last build; null where it builds once
   */
  constructor(cache: Cache, key: string, held: HeldReadings | null = null) {
    this.#cache = cache;
    this.#key = key;
    this.#held = held;
  }

  /** True where every file is as it was when the cache was written, none came and none went: no reading need be loaded. */
  covers(files: readonly SourceFile[]): boolean {
    const index = this.#index();
    return (
      index !== null &&
      index.files.length === files.length &&
      files.every((file, at) => file.file === index.files[at] && same(file, index, at))
    );
  }

  /**
   * The articles that need not be read again, by file. Packs that nothing refers to are removed.
   * A file whose times differ is compared by its bytes: a fresh checkout has new times for old articles.
   */
  load(contentDir: string, files: readonly SourceFile[]): Map<string, FileReading> {
    const index = this.#index();
    const usable = new Map<string, FileReading>();
    const positions = new Map(index?.files.map((file, at) => [file, at]));
    const lists = new Map<ArticlePack, Map<string, FileReading>>();
    for (const file of files) {
      const at = positions.get(file.file);
      const pack = index?.packs[index.states[(at ?? 0) * STATE + 4] ?? -1];
      if (!index || at === undefined || !pack) continue;
      const list = lists.get(pack) ?? new Map(this.#known(pack).map((reading) => [reading.file, reading]));
      lists.set(pack, list);
      const reading = list.get(file.file);
      if (!reading) continue;
      // What ended a process is not tried again only because it was written a moment before.
      const trusted = reading.fatal === undefined ? index : { ...index, written: Number.POSITIVE_INFINITY };
      if (!(same(file, trusted, at) || sameBytes(contentDir, reading))) continue;
      usable.set(file.file, reading);
      this.#packs.set(file.file, pack);
    }
    this.#dropSmall(usable);
    const packs = new Set([...new Set(this.#packs.values())].map(({ key }) => this.#cache.file(key)));
    for (const pack of this.#held?.keys() ?? []) if (!packs.has(pack)) this.#held?.delete(pack);
    this.#cache.sweep();
    return usable;
  }

  /** Key and file of a pack that is about to be made of some files. */
  newPack(files: readonly SourceFile[]): { key: string; file: string } {
    const key = keyOf(this.#key, JSON.stringify(files));
    return { key, file: this.#cache.file(key) };
  }

  /** Keeps what became of a file that no worker could tell of. */
  addAlone(file: SourceFile, reading: FileReading): void {
    const pack = this.newPack([file]);
    const writer = new PackWriter(pack.file);
    const readings = writer.add(JSON.stringify([reading]));
    writer.write();
    this.#packs.set(file.file, { key: pack.key, readings });
  }

  /** Takes in a pack that a worker has written. */
  add(pack: ArticlePack): FileReading[] {
    const readings = this.#readings(pack);
    for (const { file } of readings) this.#packs.set(file, pack);
    return readings;
  }

  /** Keeps the state of all files for the next build. */
  save(files: readonly SourceFile[]): void {
    const packs = [...new Set(this.#packs.values())];
    const numbers = new Map(packs.map((pack, number) => [pack, number]));
    const index: Index = { written: Date.now(), packs, files: [], states: [] };
    for (const { file, size, mtime, ctime, inode } of files) {
      const pack = this.#packs.get(file);
      if (!pack) continue;
      index.files.push(file);
      index.states.push(size, mtime, ctime, inode, numbers.get(pack) ?? -1);
    }
    this.#cache.put(this.#key, Buffer.from(JSON.stringify(index)));
  }

  #index(): Index | null {
    const bytes = this.#cache.find(this.#key);
    return bytes && indexSchema.parse(JSON.parse(bytes.toString()));
  }

  #known(pack: ArticlePack): readonly FileReading[] {
    return this.#held?.get(this.#cache.file(pack.key)) ?? this.#readings(pack);
  }

  /** The articles of a pack; none where it is damaged. */
  #readings({ key, readings }: ArticlePack): FileReading[] {
    const file = this.#cache.file(key);
    try {
      using pack = new PackReader();
      const list = readingsSchema.parse(JSON.parse(pack.text(file, readings)));
      for (const { reading } of list) if (reading) reading.at.pack = file;
      this.#held?.set(file, list);
      return list;
    } catch (error) {
      if (error instanceof DamagedCache) return [];
      throw error;
    }
  }

  /** Forgets the articles of small packs where these have become many. */
  #dropSmall(usable: Map<string, FileReading>): void {
    const counts = new Map<ArticlePack, number>();
    for (const pack of this.#packs.values()) counts.set(pack, (counts.get(pack) ?? 0) + 1);
    const small = new Set([...counts].filter(([, articles]) => articles < SMALL).map(([pack]) => pack));
    if (small.size <= SMALL_ALLOWED) return;
    for (const [file, pack] of this.#packs)
      if (small.has(pack)) {
        usable.delete(file);
        this.#packs.delete(file);
      }
  }
}

/** True where a file still holds the bytes that an article was read from. */
function sameBytes(contentDir: string, { file, reading, fatal }: FileReading): boolean {
  const known = reading?.hash ?? fatal;
  if (!known) return false;
  try {
    return hashOf(readFileSync(path.join(contentDir, file))) === known;
  } catch {
    // A file that cannot be read now is reported when it is read again.
    return false;
  }
}

/** True where a file's state is the one at a position of the list. */
function same({ size, mtime, ctime, inode }: SourceFile, { written, states }: Index, at: number): boolean {
  if (Math.max(mtime, ctime) > written - RACY) return false;
  return [size, mtime, ctime, inode].every((value, field) => states[at * STATE + field] === value);
}
