/** The surroundings of a service worker, or of a page that saves, in memory: caches, the network, and the worker's build. */
import { hashOf } from '../hash.ts';
import {
  DIGEST_LENGTH,
  groupOf,
  INDEX_FILE,
  listingFile,
  type OfflineIndex,
  type WorkerSite,
} from '../offline/format.ts';

/** A body is read once: what is stored is bytes, and every answer is made anew. */
interface Stored {
  bytes: ArrayBuffer;
  init: ResponseInit;
}

const addressOf = (request: RequestInfo | URL): string =>
  request instanceof Request ? request.url : String(request);

class MemoryCache {
  readonly #files = new Map<string, Stored>();
  readonly #limit: { room: number };

  constructor(limit: { room: number }) {
    this.#limit = limit;
  }

  async put(request: RequestInfo | URL, response: Response): Promise<void> {
    const { status, headers } = response;
    const bytes = await response.arrayBuffer();
    if (this.#limit.room-- <= 0) throw new DOMException('full', 'QuotaExceededError');
    this.#files.delete(addressOf(request));
    this.#files.set(addressOf(request), { bytes, init: { status, headers } });
  }

  async match(request: RequestInfo | URL): Promise<Response | undefined> {
    const found = this.#files.get(addressOf(request));
    return found && new Response(found.bytes, found.init);
  }

  async keys(): Promise<Request[]> {
    return [...this.#files.keys()].map((url) => new Request(url));
  }

  async delete(request: RequestInfo | URL): Promise<boolean> {
    return this.#files.delete(addressOf(request));
  }
}

/** All caches of one host, as `caches` gives them. */
export class MemoryCaches {
  readonly #caches = new Map<string, MemoryCache>();
  /** Storage that has come to harm: every answer is an error. */
  broken = false;
  /** Files that can still be stored. */
  room = Number.POSITIVE_INFINITY;

  async open(name: string): Promise<MemoryCache> {
    const cache = this.#caches.get(name) ?? new MemoryCache(this);
    this.#caches.set(name, cache);
    return cache;
  }

  async match(request: RequestInfo | URL, options?: MultiCacheQueryOptions): Promise<Response | undefined> {
    if (this.broken) throw new DOMException('broken', 'UnknownError');
    for (const [name, cache] of this.#caches) {
      if (options?.cacheName !== undefined && options.cacheName !== name) continue;
      const found = await cache.match(request);
      if (found) return found;
    }
    return undefined;
  }

  async keys(): Promise<string[]> {
    return [...this.#caches.keys()];
  }

  async delete(name: string): Promise<boolean> {
    return this.#caches.delete(name);
  }
}

/** Answers of a host to paths below the site's root: a page, or a response; null where the network is gone. */
export type Host = (path: string) => Response | string | null;

/** A bundle's name, which says its content. */
export const bundleOf = (name: string, text: string): string => `${name}-${hashOf(text).slice(0, 10)}.js`;

/** A page as the host has it. */
export const pageOf = (text: string, ...bundles: string[]): string =>
  `<head>${bundles.map((name) => `<script src="assets/${name}"></script>`).join('')}</head><body>${text}</body>`;

/** The build's line at the top of the worker: one object, because modules hold on to it. */
export const SITE: WorkerSite = { build: 'b', shell: {} };

/**
 * A host that has published files and what stands for them, all in packs of one file; the worker's build becomes theirs.
 * @param files text by path
 * @param shell paths that the worker brings itself
 */
export function publish(files: Readonly<Record<string, string>>, shell: readonly string[] = []): Host {
  const answers = new Map(Object.entries(files));
  const groups = Object.entries(files).map(([path, text]) => {
    const digest = hashOf(text).slice(0, DIGEST_LENGTH);
    const listing = JSON.stringify([[path, digest, Buffer.byteLength(text)]]);
    const id = `${groupOf(path)}-1.${hashOf(listing).slice(0, DIGEST_LENGTH)}`;
    answers.set(listingFile(id), listing);
    return { id: groupOf(path), packs: [{ id, sha256: '', bytes: 0, size: 0, articles: 0 }] };
  });
  const joined = new Map(groups.map(({ id }) => [id, groups.filter((group) => group.id === id)]));
  const index: OfflineIndex = {
    version: 1,
    build: '',
    groups: [...joined].map(([id, all]) => ({ id, packs: all.flatMap(({ packs }) => packs) })),
  };
  const ids = index.groups.flatMap(({ packs }) => packs).map(({ id }) => id);
  index.build = hashOf(JSON.stringify(ids)).slice(0, DIGEST_LENGTH);
  answers.set(INDEX_FILE, JSON.stringify(index));
  SITE.build = index.build;
  SITE.shell = Object.fromEntries(
    shell.map((path) => [path, hashOf(files[path] ?? '').slice(0, DIGEST_LENGTH)]),
  );
  return (path) => {
    const [file = ''] = path.split('?');
    const text = answers.get(file);
    return text === undefined
      ? new Response('Not found', { status: 404 })
      : new Response(text, {
          headers: { 'Content-Type': file.endsWith('.html') ? 'text/html' : 'text/javascript' },
        });
  };
}

/** Puts a worker's surroundings into this process. */
export function surround(root: string, host: Host): MemoryCaches {
  const caches = new MemoryCaches();
  const fetch = async (request: RequestInfo | URL): Promise<Response> => {
    const answer = host(addressOf(request).slice(root.length));
    if (answer === null) throw new TypeError('no network');
    if (answer instanceof Response) return answer;
    return new Response(answer, { headers: { 'Content-Type': 'text/html; charset=utf-8' } });
  };
  SITE.shell = {};
  Object.assign(globalThis, { caches, fetch, SITE, self: { location: new URL('sw.js', root) } });
  return caches;
}
