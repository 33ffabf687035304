import { DIGEST_LENGTH, type Listing, listingFile, type Pack } from '../../offline/format.ts';
import { fetchFile, fetchListing, fetchPack, fileResponse } from './download.ts';
import { Fault } from './fault.ts';
import { listingOf } from './proof.ts';
import { sha256 } from './sha256.ts';
import type { SiteStorage } from './site-storage.ts';
import { unzip } from './unzip.ts';

/** Files that are written at a time. */
const AT_ONCE = 16;
/** Changed files are fetched one by one up to so many, and up to this share of the pack's bytes; else the pack is. */
const MOST_SINGLE = 200;
const MOST_SHARE = 0.5;
/** About what a page comes to on the wire. */
const COMPRESSED = 0.35;

/** Where files of the saved archive can be taken from instead of the network: path → digest, pack. */
export type KnownFiles = ReadonlyMap<string, [digest: string, pack: string]>;

/** The files in the saved packs of a group. */
export async function knownFiles(storage: SiteStorage, packs: readonly string[]): Promise<KnownFiles> {
  const known = new Map<string, [string, string]>();
  for (const id of packs)
    for (const [path, digest] of (await storage.listing(id)) ?? []) known.set(path, [digest, id]);
  return known;
}

/** How a pack is come by, and its cost. */
export interface PackPlan {
  pack: Pack;
  /** The files to be fetched one by one and all files; null where the pack is fetched as a whole. */
  single: { wanted: Listing; all: Listing } | null;
  /** About how many bytes come over the network. */
  bytes: number;
}

/** Decides how a pack is come by: only what differs from the saved files, where that is little. */
export async function planPack(
  storage: SiteStorage,
  pack: Pack,
  known: KnownFiles,
  signal: AbortSignal,
): Promise<PackPlan> {
  const whole: PackPlan = { pack, single: null, bytes: pack.bytes };
  if (known.size === 0) return whole;
  const all = await fetchListing(storage, pack, signal);
  const wanted = all?.filter(([path, digest]) => known.get(path)?.[0] !== digest);
  if (!all || !wanted || wanted.length > MOST_SINGLE) return whole;
  const bytes = wanted.reduce((sum, [, , size]) => sum + size, 0) * COMPRESSED;
  return bytes > pack.bytes * MOST_SHARE ? whole : { pack, single: { wanted, all }, bytes };
}

/** Stores a pack. Its listing is written last: a pack without one is not there. */
async function fillPack(
  storage: SiteStorage,
  plan: PackPlan,
  known: KnownFiles,
  signal: AbortSignal,
  onBytes: (bytes: number) => void,
): Promise<void> {
  const { pack, single } = plan;
  try {
    const stored = single ? await fillSingle(storage, plan, known, signal) : null;
    if (stored) onBytes(plan.bytes);
    const listing = stored ?? (await fillWhole(storage, pack, signal, onBytes));
    const cache = await caches.open(storage.packName(pack.id));
    await cache.put(storage.url(listingFile(pack.id)), new Response(JSON.stringify(listing)));
  } catch (error) {
    // Half a pack is of no use, and would fill a full disk.
    await caches.delete(storage.packName(pack.id)).catch(() => false);
    throw error;
  }
}

/** Fetches what differs and takes the rest from the packs that are saved; null where the host's files are not those of the listing. */
async function fillSingle(
  storage: SiteStorage,
  { pack, single }: PackPlan,
  known: KnownFiles,
  signal: AbortSignal,
): Promise<Listing | null> {
  if (!single) return null;
  const cache = await emptyCache(storage, pack);
  const { wanted, all } = single;
  const fetched = new Set(wanted.map(([path]) => path));
  const sources = await inGroups(all, async (file) => {
    signal.throwIfAborted();
    const [path] = file;
    if (!fetched.has(path)) {
      const copy = await storage.find(storage.packName(known.get(path)?.[1] ?? ''), path);
      if (copy) await cache.put(storage.url(path), copy);
      return copy !== null;
    }
    const content = await fetchFile(storage, file, signal);
    if (content) await cache.put(storage.url(path), fileResponse(path, content));
    return content !== null;
  });
  return sources.every(Boolean) ? all : null;
}

/** Fetches the pack, checks it, and only then stores its files. */
async function fillWhole(
  storage: SiteStorage,
  pack: Pack,
  signal: AbortSignal,
  onBytes: (bytes: number) => void,
): Promise<Listing> {
  const bytes = await fetchPack(storage, pack, signal, onBytes);
  const cache = await emptyCache(storage, pack);
  const files: [string, Uint8Array<ArrayBuffer>][] = [];
  for await (const file of unzip(bytes, pack.size)) files.push(file);
  const listing = await inGroups(files, async ([path, content]): Promise<Listing[number]> => {
    signal.throwIfAborted();
    await cache.put(storage.url(path), fileResponse(path, content));
    return [path, (await sha256(content)).slice(0, DIGEST_LENGTH), content.length];
  });
  // The index may be as wrong as the pack; the pack's name stands for its files.
  if (!(await listingOf(pack.id, JSON.stringify(listing)))) throw new Fault('damaged', pack.id);
  return listing;
}

/** A new cache for a pack: the leavings of an earlier attempt count for nothing. */
async function emptyCache(storage: SiteStorage, { id }: Pack): Promise<Cache> {
  await caches.delete(storage.packName(id));
  return caches.open(storage.packName(id));
}

/** Works on items some at a time; results in the order of the items. */
async function inGroups<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (let from = 0; from < items.length; from += AT_ONCE)
    results.push(...(await Promise.all(items.slice(from, from + AT_ONCE).map(work))));
  return results;
}

/** A pack again, where its first try came damaged: a cache on the way may have cut it off. */
export async function fillTwice(...args: Parameters<typeof fillPack>): Promise<void> {
  try {
    await fillPack(...args);
  } catch (error) {
    if (!(error instanceof Fault) || error.kind !== 'damaged') throw error;
    await fillPack(...args);
  }
}
