import { ASSETS } from '../../offline/format.ts';
import { retireFiles } from './retire.ts';
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
