import { ASSETS } from '../../offline/format.ts';
import { retireFiles } from './retire.ts';
import type { SavedRecord, Store } from './store.ts';

/** Deletes packs that the record does not name: those of the build before, and what was begun and is no longer wanted. */
export async function sweep(store: Store, record: SavedRecord): Promise<void> {
  const named = new Set(Object.values(record.groups).flat());
  for (const id of await store.packIds()) {
    if (named.has(id)) continue;
    if (id.startsWith(`${ASSETS}-`)) await retireFiles(store, store.packName(id));
    await caches.delete(store.packName(id));
  }
}

/** Deletes some groups, or all that was saved and read (null). What others need stays. */
export async function remove(store: Store, groups: readonly string[] | null): Promise<void> {
  const record = await store.record();
  if (!groups || !record) {
    await store.setRecord(null);
    await store.clear(false);
    return;
  }
  for (const id of groups) delete record.groups[id];
  const left = Object.keys(record.groups).filter((id) => id !== ASSETS);
  await store.setRecord(left.length ? record : null);
  await store.setJob(null);
  await sweep(store, left.length ? record : { ...record, groups: {} });
}
