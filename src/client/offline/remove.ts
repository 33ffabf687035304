import { ASSETS } from '../../offline/format.ts';
import type { SavedRecord, SiteStorage } from './site-storage.ts';

/** Deletes packs that the record does not name: those of the build before, and what was begun and is no longer wanted. */
export async function sweep(storage: SiteStorage, record: SavedRecord): Promise<void> {
  const named = new Set(Object.values(record.groups).flat());
  for (const id of await storage.packIds()) {
    if (named.has(id)) continue;
    if (id.startsWith(`${ASSETS}-`)) await retireFiles(storage, storage.packName(id));
    await caches.delete(storage.packName(id));
  }
}

/** Deletes some groups, or all that was saved and read (null). What others need stays. */
export async function remove(storage: SiteStorage, groups: readonly string[] | null): Promise<void> {
  const record = await storage.record();
  if (!groups || !record) {
    await storage.setRecord(null);
    await storage.clear(false);
    return;
  }
  for (const id of groups) delete record.groups[id];
  const left = Object.keys(record.groups).filter((id) => id !== ASSETS);
  await storage.setRecord(left.length ? record : null);
  await storage.setJob(null);
  await sweep(storage, left.length ? record : { ...record, groups: {} });
}

/** Bundles that are kept of builds that are gone: about six builds. */
const MOST = 80;

/** Keeps the bundles of a cache that is about to go: a page that is open may ask for one only later. */
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
