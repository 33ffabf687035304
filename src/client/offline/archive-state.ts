import { ASSETS, EXTRA_GROUPS, type OfflineIndex, type PackGroup } from '../../offline/format.ts';
import { fetchIndex } from './download.ts';
import type { Job, SavedRecord, SiteStorage } from './site-storage.ts';

/** The site's offer, null without a network, and the saved archive. */
export interface ArchiveState {
  index: OfflineIndex | null;
  record: SavedRecord | null;
  /** A saving that was begun and not ended. */
  job: Job | null;
}

/**
 * Looks at the site and at the browser's storage.
 * @throws where the browser does not let the site store anything
 */
export async function readArchiveState(storage: SiteStorage): Promise<ArchiveState> {
  const [record, job] = await Promise.all([storage.record(), storage.job()]);
  const index = await fetchIndex(storage).catch(() => null);
  return { index, record, job };
}

/** How much of a group is saved. */
export type Part = 'none' | 'some' | 'all';

/** How much of a group is saved, of whatever build. */
export function partOf({ record, index }: ArchiveState, group: PackGroup): Part {
  const saved = record?.groups[group.id]?.length ?? 0;
  if (saved === 0) return 'none';
  if (record?.build !== index?.build) return 'all';
  return saved < group.packs.length ? 'some' : 'all';
}

/** The groups that make up the whole archive. */
export const wholeOf = (index: OfflineIndex): PackGroup[] =>
  index.groups.filter(({ id }) => !EXTRA_GROUPS.includes(id));

/** True where what is saved is not of the build the site is at. */
export const isOutdated = ({ index, record }: ArchiveState): boolean =>
  index !== null && record !== null && record.build !== index.build;

/** True where the whole archive is saved. */
export const isWhole = (state: ArchiveState): boolean =>
  state.index !== null && wholeOf(state.index).every((group) => partOf(state, group) === 'all');

/** True where nothing is saved that a reader would know of. */
export const isEmpty = ({ record }: ArchiveState): boolean =>
  Object.keys(record?.groups ?? {}).every((id) => id === ASSETS);

/** Articles that are saved, and articles there are. */
export function articles({ index, record }: ArchiveState): { saved: number; all: number } {
  let [saved, all] = [0, 0];
  for (const { id, packs } of index?.groups ?? [])
    for (const pack of packs) {
      all += pack.articles;
      if (record?.groups[id]?.includes(pack.id)) saved += pack.articles;
    }
  return { saved, all };
}
