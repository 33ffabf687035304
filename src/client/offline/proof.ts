import {
  DIGEST_LENGTH,
  INDEX_FILE,
  type Listing,
  listingFile,
  type OfflineIndex,
} from '../../offline/format.ts';
import { sha256 } from './sha256.ts';
import type { SiteStorage } from './site-storage.ts';

const digestOf = async (text: string): Promise<string> =>
  (await sha256(new TextEncoder().encode(text))).slice(0, DIGEST_LENGTH);

/** True for an index of the build it names: a build's id stands for the names of its packs. */
export const isOfItsBuild = async ({ build, groups }: OfflineIndex): Promise<boolean> =>
  build === (await digestOf(JSON.stringify(groups.flatMap(({ packs }) => packs).map(({ id }) => id))));

/** The listing that a pack's name stands for; null where the text is another's. */
export const listingOf = async (id: string, text: string): Promise<Listing | null> =>
  id.endsWith(`.${await digestOf(text)}`) ? (JSON.parse(text) as Listing) : null;

/**
 * The digest of a page by its pack's listing, whose digest is in the pack's name, which is in the build's id: whatever a host
 * answers, only what a worker's own first line stands for is believed. Null for a page of another build.
 */
export async function packedDigest(
  storage: SiteStorage,
  build: string,
  group: string,
  path: string,
): Promise<string | null> {
  const index = await indexOf(storage, build);
  for (const { id } of index?.groups.find((one) => one.id === group)?.packs ?? []) {
    // Its name says its content: browsers may keep it for good.
    const response = await fetch(storage.url(listingFile(id)));
    const listing = response.ok ? await listingOf(id, await response.text()) : null;
    const found = listing?.find(([file]) => file === path);
    if (found) return found[1];
  }
  return null;
}

async function indexOf(storage: SiteStorage, build: string): Promise<OfflineIndex | null> {
  for (const cache of ['force-cache', 'reload'] as const) {
    const response = await fetch(storage.root + INDEX_FILE, { cache });
    const index = response.ok ? ((await response.json().catch(() => null)) as OfflineIndex | null) : null;
    if (index?.build === build && (await isOfItsBuild(index))) return index;
  }
  return null;
}
