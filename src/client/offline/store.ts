import { groupOf, type Listing, listingFile } from '../../offline/format.ts';

/**
 * What is saved, all of one build. It stands in a cache of its own and is written last: files that it does not name are not there
 * for a reader, however many of them have been stored.
 */
export interface SavedRecord {
  version: 1;
  build: string;
  /** Group → ids of its packs. */
  groups: Record<string, string[]>;
}

/** A saving that was begun: it goes on with the next visit. */
export interface Job {
  /** Groups that were asked for. */
  groups: string[];
}

/** Keeps what is saved in caches: one for each pack, so that a pack comes and goes as a whole. */
export class Store {
  readonly root: string;
  /** Caches belong to a host, and a host may hold several archives. */
  readonly #prefix: string;

  /** @param root address of the site's root, with its slash */
  constructor(root: string) {
    this.root = root;
    this.#prefix = `jiuwen:${new URL(root).pathname}:`;
  }

  /** Pages and bundles of the service worker's own build. */
  shellName = (build: string): string => `${this.#prefix}shell:${build}`;
  packName = (id: string): string => `${this.#prefix}pack:${id}`;
  /** Pages that were read. */
  get keptName(): string {
    return `${this.#prefix}kept`;
  }
  /** Bundles whose names say their content, of whatever build. */
  get filesName(): string {
    return `${this.#prefix}files`;
  }
  get #recordName(): string {
    return `${this.#prefix}saved`;
  }

  /** Address of a file of the site. */
  url(path: string): string {
    return this.root + path.split('/').map(encodeURIComponent).join('/');
  }

  /** A file from one cache; null where it is not there. */
  async find(cacheName: string, path: string): Promise<Response | null> {
    return (await caches.match(this.url(path), { cacheName, ignoreVary: true })) ?? null;
  }

  /** A file of the saved archive; null where it is not saved. */
  async saved(path: string): Promise<Response | null> {
    const record = await this.record();
    for (const id of record?.groups[groupOf(path)] ?? []) {
      const found = await this.find(this.packName(id), path);
      if (found) return found;
    }
    return null;
  }

  record(): Promise<SavedRecord | null> {
    return this.#read<SavedRecord>('record.json');
  }

  async setRecord(record: SavedRecord | null): Promise<void> {
    await this.#write('record.json', record);
  }

  job(): Promise<Job | null> {
    return this.#read<Job>('job.json');
  }

  async setJob(job: Job | null): Promise<void> {
    await this.#write('job.json', job);
  }

  /** The files of a pack that is stored as a whole; null for one that is not, or only in part. */
  async listing(id: string): Promise<Listing | null> {
    const found = await this.find(this.packName(id), listingFile(id));
    return found ? ((await found.json()) as Listing) : null;
  }

  /** Ids of all packs there are caches for, whole or not. */
  async packIds(): Promise<string[]> {
    const prefix = this.packName('');
    const names = await caches.keys();
    return names.filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length));
  }

  /** Builds whose shell is kept. */
  async shellBuilds(): Promise<string[]> {
    const prefix = this.shellName('');
    const names = await caches.keys();
    return names.filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length));
  }

  /**
   * Deletes what was ever kept of this site.
   * @param all the service worker's own files too, without which there is no page to be seen offline
   */
  async clear(all: boolean): Promise<void> {
    for (const name of await caches.keys()) {
      const own = name.startsWith(this.shellName('')) || name === this.filesName;
      if (name.startsWith(this.#prefix) && (all || !own)) await caches.delete(name);
    }
  }

  async #read<T>(name: string): Promise<T | null> {
    const found = await caches.match(this.root + name, { cacheName: this.#recordName });
    return found ? ((await found.json()) as T) : null;
  }

  async #write(name: string, value: unknown): Promise<void> {
    const cache = await caches.open(this.#recordName);
    if (value === null) await cache.delete(this.root + name);
    else await cache.put(this.root + name, new Response(JSON.stringify(value)));
  }
}
