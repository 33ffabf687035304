import { Chunk } from './chunk.ts';
import { unseal } from './envelope.ts';
import type { Place } from './paths.ts';
import { decodePaths, decodeRoot, ROOT_FILE } from './root.ts';
import type { Root, SegmentEntry } from './types.ts';

/** Gives the bytes of a file of the index, or of a page. */
export type Load = (name: string) => Promise<Uint8Array>;

/** A file of the index or a page that could not be had. `message` is a sentence for readers; trying again may help. */
export class SearchFileError extends Error {
  override name = 'SearchFileError';
  /** The name it was asked for by. */
  readonly file: string;

  constructor(what: '索引文件' | '文章页面', file: string, cause: unknown) {
    super(`${what} ${file} 没有读到或不完整，请重试。`, { cause });
    this.file = file;
  }
}

/** Most bytes of chunks kept in memory: past it the oldest are dropped. */
const CACHE_BYTES = 48_000_000;

/** Files of the index, each loaded once however many queries ask; a failed load is forgotten, so that a retry loads anew. */
export class Store {
  private readonly load: Load;
  private readonly directory: string;
  private readonly chunks = new Map<string, Promise<Chunk>>();
  private readonly paths = new Map<string, Promise<Place[]>>();
  private cached = 0;
  private readonly sizes = new Map<string, number>();
  private rootPromise: Promise<Root> | null = null;

  /** @param directory the index's own, before every name: `search/`, or '' */
  constructor(load: Load, directory: string) {
    this.load = load;
    this.directory = directory;
  }

  root(): Promise<Root> {
    this.rootPromise ??= this.attempt(ROOT_FILE, decodeRoot);
    return this.rootPromise;
  }

  chunk(segment: SegmentEntry, number: number): Promise<Chunk> {
    const file = `${segment.name}/${number}.bin`;
    return remember(this.chunks, file, () =>
      this.attempt(file, async (bytes) => {
        const raw = await unseal(bytes);
        this.keep(file, raw.length);
        return new Chunk(raw);
      }),
    );
  }

  /** Drops the chunks loaded first when memory is full. */
  private keep(file: string, size: number): void {
    this.sizes.set(file, size);
    this.cached += size;
    for (const [oldest, bytes] of this.sizes) {
      if (this.cached <= CACHE_BYTES || oldest === file) break;
      this.sizes.delete(oldest);
      this.chunks.delete(oldest);
      this.cached -= bytes;
    }
  }

  /** The lines of one file of paths. */
  pathLines(segment: SegmentEntry, number: number): Promise<Place[]> {
    const first = number * segment.pathBlock;
    if (segment.paths !== null) {
      const { paths } = segment;
      return remember(this.paths, segment.name, async () => decodePaths(paths, segment, 0));
    }
    const file = `${segment.name}/paths-${number}.bin`;
    return remember(this.paths, file, () =>
      this.attempt(file, async (bytes) =>
        decodePaths(new TextDecoder().decode(await unseal(bytes)), segment, first),
      ),
    );
  }

  private async attempt<T>(file: string, decode: (bytes: Uint8Array) => Promise<T>): Promise<T> {
    try {
      return await decode(await this.load(this.directory + file));
    } catch (cause) {
      // The site may have been published anew, and this root names files that are gone: a retry begins with the root.
      this.rootPromise = null;
      throw new SearchFileError('索引文件', file, cause);
    }
  }
}

/** One promise a key; a rejected one is forgotten. */
export function remember<T>(
  memory: Map<string, Promise<T>>,
  key: string,
  make: () => Promise<T>,
): Promise<T> {
  const known = memory.get(key);
  if (known) return known;
  const made = make();
  memory.set(key, made);
  made.catch(() => memory.delete(key));
  return made;
}
