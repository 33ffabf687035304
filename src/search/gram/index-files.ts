import { Chunk, type PostingList } from './chunk.ts';
import { unseal } from './envelope.ts';
import type { PathAndDate } from './paths.ts';
import type { Matcher, Pattern } from './pattern.ts';
import { PromiseCache } from './promise-cache.ts';
import { decodePaths, decodeRoot, pathFileOf, ROOT_FILE } from './root.ts';
import type { PageText, Root, SegmentEntry } from './types.ts';

/** Where an index and the articles' texts come from. */
export interface IndexSource {
  /** Bytes of a file of the index: `directory` and its name there. Rejects where there is none. */
  file: (name: string) => Promise<Uint8Array>;
  /** Text of an article's page as it was indexed, by its path. Rejects where there is none, and may once the signal is aborted. */
  page: (path: string, signal?: AbortSignal) => Promise<PageText>;
  /** What a regular expression is compiled by; a promise, since few ask. Without it there are none. */
  matcher?: () => Promise<(pattern: Pattern) => Matcher | null>;
  /** Directory of the index, with a slash at its end. Default: `search/`. */
  directory?: string;
}

/** A file of the index or a page that could not be had; trying again may help. */
export class SearchFileError extends Error {
  override name = 'SearchFileError';

  /** @param file the name it was asked for by */
  constructor(file: string, cause: unknown) {
    super(`${file} is missing or damaged`, { cause });
  }
}

/** Most bytes of chunks kept in memory: past it the oldest are dropped. */
const CACHE_BYTES = 48_000_000;
/** Lists of postings that a reader's queries keep in memory. */
const MOST_LISTS = 3000;

/** Files of the index, each loaded once however many queries ask; a failed load is forgotten, so that a retry loads anew. */
export class IndexFiles {
  readonly #source: IndexSource;
  readonly #root = new PromiseCache<Root>();
  readonly #chunks = new PromiseCache<Chunk>();
  /** Postings by what was looked up, the last ones: strings that begin alike are asked for one after the other. */
  readonly lists: PromiseCache<PostingList>;
  readonly #paths = new PromiseCache<PathAndDate[]>();
  /** Bytes of the chunks in memory, the oldest first, and their sum. */
  readonly #sizes = new Map<string, number>();
  #cached = 0;

  /** @param mostLists lists of postings kept in memory at most */
  constructor(source: IndexSource, mostLists = MOST_LISTS) {
    this.#source = source;
    this.lists = new PromiseCache(mostLists);
  }

  root(): Promise<Root> {
    return this.#root.get('', () => this.#load(ROOT_FILE, decodeRoot));
  }

  chunk(segment: SegmentEntry, number: number): Promise<Chunk> {
    const file = `${segment.name}/${number}.bin`;
    return this.#chunks.get(file, () =>
      this.#load(file, async (bytes) => {
        const raw = await unseal(bytes);
        this.#makeRoom(file, raw.length);
        return new Chunk(raw);
      }),
    );
  }

  /** Path and date of documents by their numbers in the archive. */
  async locate(documents: readonly number[]): Promise<PathAndDate[]> {
    const { segments } = await this.root();
    return Promise.all(
      documents.map(async (document) => {
        let number = document;
        for (const segment of segments) {
          if (number < segment.documents) {
            const [file, line] = pathFileOf(segment, number);
            const found = (await this.#pathLines(segment, file))[line];
            if (found) return found;
          }
          number -= segment.documents;
        }
        // The root is of a newer build than the number.
        throw new SearchFileError(ROOT_FILE, `no document ${document}`);
      }),
    );
  }

  /** The lines of one file of paths. */
  #pathLines(segment: SegmentEntry, number: number): Promise<PathAndDate[]> {
    const { name, paths, pathBlock } = segment;
    const file = `${name}/paths-${number}.bin`;
    return this.#paths.get(file, async () =>
      paths === null
        ? this.#load(file, async (bytes) =>
            decodePaths(new TextDecoder().decode(await unseal(bytes)), segment, number * pathBlock),
          )
        : decodePaths(paths, segment, 0),
    );
  }

  /** Drops the chunks loaded first when memory is full. */
  #makeRoom(file: string, size: number): void {
    this.#sizes.set(file, size);
    this.#cached += size;
    for (const [oldest, bytes] of this.#sizes) {
      if (this.#cached <= CACHE_BYTES || oldest === file) break;
      this.#sizes.delete(oldest);
      this.#chunks.delete(oldest);
      this.#cached -= bytes;
    }
  }

  async #load<T>(name: string, decode: (bytes: Uint8Array) => Promise<T>): Promise<T> {
    const { file, directory = 'search/' } = this.#source;
    try {
      return await decode(await file(directory + name));
    } catch (cause) {
      // The site may have been published anew, and this root names files that are gone: a retry begins with the root.
      this.#root.clear();
      throw new SearchFileError(name, cause);
    }
  }
}
