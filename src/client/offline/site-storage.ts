import { groupOf, type Listing, listingFile } from '../../offline/format.ts';
import { siteUrl } from '../shared/site-url.ts';

/**
 * The saved archive, all of one build. It stands in a cache of its own and is written last: files that it does not name are not there
 * for a reader, however many of them have been stored.
 */
export interface SavedRecord {
  version: 1;
  build: string;
  /** Group → ids of its packs. */
  groups: Record<string, string[]>;
}

/** The groups that a saving was begun for: it goes on with the next visit. */
export interface Job {
  groups: string[];
}

/** Everything the site keeps in the browser, in caches: one for each pack, so that a pack comes and goes as a whole. */
export class SiteStorage {
  readonly root: string;
  /** Caches belong to a host, and a host may hold several archives. */
  readonly #prefix: string;
  /** Cache of the pages that were read. */
  readonly keptName: string;
  /** Cache of bundles whose names say their content, of whatever build. */
  readonly filesName: string;

  /** @param root address of the site's root, with its slash */
  constructor(root: string) {
    this.root = root;
    this.#prefix = `jiuwen:${new URL(root).pathname}:`;
    this.keptName = `${this.#prefix}kept`;
    this.filesName = `${this.#prefix}files`;
  }

  /** Cache of pages and bundles of the service worker's own build. */
  shellName = (build: string): string => `${this.#prefix}shell:${build}`;
  packName = (id: string): string => `${this.#prefix}pack:${id}`;
  /** Address of a file of the site. */
  url = (path: string): string => siteUrl(path, this.root);

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

  record = (): Promise<SavedRecord | null> => this.#read('record.json');
  setRecord = (record: SavedRecord | null): Promise<void> => this.#write('record.json', record);
  job = (): Promise<Job | null> => this.#read('job.json');
  setJob = (job: Job | null): Promise<void> => this.#write('job.json', job);

  /** The files of a pack that is stored as a whole; null for one that is not, or only in part. */
  async listing(id: string): Promise<Listing | null> {
    const found = await this.find(this.packName(id), listingFile(id));
    return found ? ((await found.json()) as Listing) : null;
  }

  /** Ids of all packs there are caches for, whole or not. */
  packIds = (): Promise<string[]> => cachesAfter(this.packName(''));

  /** Builds whose shell is kept. */
  shellBuilds = (): Promise<string[]> => cachesAfter(this.shellName(''));

  /**
   * Deletes everything that was ever kept of this site.
   * @param all the service worker's own files too, without which there is no page to be seen offline
   */
  async clear(all: boolean): Promise<void> {
    for (const name of await caches.keys()) {
      const own = name.startsWith(this.shellName('')) || name === this.filesName;
      if (name.startsWith(this.#prefix) && (all || !own)) await caches.delete(name);
    }
  }

  async #read<T>(name: string): Promise<T | null> {
    const found = await caches.match(this.root + name, { cacheName: `${this.#prefix}saved` });
    return found ? ((await found.json()) as T) : null;
  }

  async #write(name: string, value: unknown): Promise<void> {
    const cache = await caches.open(`${this.#prefix}saved`);
    if (value === null) await cache.delete(this.root + name);
    else await cache.put(this.root + name, new Response(JSON.stringify(value)));
  }
}

/** The names of caches that begin with a prefix, without it. */
async function cachesAfter(prefix: string): Promise<string[]> {
  const names = await caches.keys();
  return names.filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length));
}

const lockOf = ({ root }: SiteStorage): string => `jiuwen:${root}`;

/** Works on the storage while no other tab does; null where one does. */
export const alone = <T>(storage: SiteStorage, work: () => Promise<T>): Promise<T | null> =>
  navigator.locks.request(lockOf(storage), { ifAvailable: true }, (lock) => (lock ? work() : null));

/** Settles when no tab works on the storage. */
export const whenFree = (storage: SiteStorage): Promise<void> =>
  navigator.locks.request(lockOf(storage), () => undefined);
