import type { SiteStorage } from './site-storage.ts';

/** Bundles that are kept of builds that are gone: about six builds. */
const MOST = 80;

/**
 * Keeps the bundles of a cache that is about to go: a page that is open may ask for one only later.
 * @param cacheName where they are
 */
export async function retireFiles(storage: SiteStorage, cacheName: string): Promise<void> {
  const old = await caches.open(cacheName);
  const files = await caches.open(storage.filesName);
  for (const request of await old.keys()) {
    const response = request.url.startsWith(`${storage.root}assets/`) ? await old.match(request) : undefined;
    if (response) await files.put(request, response);
  }
  await bound(files, MOST);
}

/** Deletes what was put into a cache first, until it is small enough. */
export async function bound(cache: Cache, most: number): Promise<void> {
  const requests = await cache.keys();
  for (const request of requests.slice(0, Math.max(0, requests.length - most))) await cache.delete(request);
}
