import { ASSETS, type OfflineIndex, type PackGroup } from '../../offline/format.ts';
import { fetchIndex } from './download.ts';
import { fillTwice, type KnownFiles, knownFiles, type PackPlan, planPack } from './fill.ts';
import { sweep } from './remove.ts';
import { requireRoom } from './room.ts';
import type { SavedRecord, SiteStorage } from './site-storage.ts';

/** How far a saving has come. */
export interface Progress {
  /** Bytes that came over the network, of about how many. */
  bytes: number;
  ofBytes: number;
  /** Articles that are stored, of how many that were asked for, those saved before included. */
  articles: number;
  ofArticles: number;
}

/** The work that a saving comes to. */
export interface SavePlan {
  index: OfflineIndex;
  /** The groups that will be saved when it is done, in their order, with what is missing of each. */
  groups: (PackGroup & { missing: PackPlan[]; known: KnownFiles })[];
  /** About how many bytes come over the network. */
  bytes: number;
}

/** The order things are saved in: what everything needs, then what leads to the articles, then the newest articles. */
const rank = (id: string): string => {
  const first = [ASSETS, 'lists', 'search'].indexOf(id);
  if (first >= 0) return `${first}`;
  return /^\d{4}$/.test(id) ? `4${String(9999 - Number(id))}` : `5${id}`;
};

/**
 * Finds out what is missing of some groups and of those that are saved already: all that is saved is of one build.
 * @param wanted ids of groups; those the site no longer has are left out
 * @throws {Fault} where the network fails
 */
export async function planSave(
  storage: SiteStorage,
  wanted: readonly string[],
  signal: AbortSignal,
): Promise<SavePlan> {
  const index = await fetchIndex(storage, signal);
  const record = await storage.record();
  const ids = new Set([ASSETS, ...wanted, ...Object.keys(record?.groups ?? {})]);
  const wantedGroups = index.groups
    .filter(({ id }) => ids.has(id))
    .sort((a, b) => (rank(a.id) < rank(b.id) ? -1 : 1));
  const groups: SavePlan['groups'] = [];
  let bytes = 0;
  for (const group of wantedGroups) {
    const absent = [];
    for (const pack of group.packs) if (!(await storage.listing(pack.id))) absent.push(pack);
    const known = await knownFiles(storage, absent.length ? (record?.groups[group.id] ?? []) : []);
    const missing = [];
    for (const pack of absent) missing.push(await planPack(storage, pack, known, signal));
    bytes += missing.reduce((sum, plan) => sum + plan.bytes, 0);
    groups.push({ ...group, missing, known });
  }
  return { index, groups, bytes };
}

/**
 * Saves what a plan says. May be stopped at any time and begun again: what is stored stays.
 * An archive of an older build goes on answering until the new one is complete; then the record changes hands in one write.
 * @throws what stopped it (see `faultOf`); the signal's reason where it was paused
 */
export async function save(
  storage: SiteStorage,
  { index, groups, bytes }: SavePlan,
  signal: AbortSignal,
  onProgress: (progress: Progress) => void,
): Promise<void> {
  await requireRoom(groups.flatMap(({ missing }) => missing).reduce((sum, { pack }) => sum + pack.size, 0));
  await storage.setJob({ groups: groups.map(({ id }) => id) });
  const before = await storage.record();
  // The first saving, and one of more of the same build, can be read as it grows.
  const grows = !before || before.build === index.build;
  const record: SavedRecord = { version: 1, build: index.build, groups: {} };
  if (grows) Object.assign(record.groups, before?.groups);
  const progress: Progress = {
    bytes: 0,
    ofBytes: bytes,
    articles: 0,
    ofArticles: groups.flatMap(({ packs }) => packs).reduce((sum, { articles }) => sum + articles, 0),
  };
  const report = () => onProgress({ ...progress, bytes: Math.min(progress.bytes, bytes) });
  let expected = 0;
  report();
  for (const { id, packs, missing, known } of groups)
    for (const pack of packs) {
      const plan = missing.find((one) => one.pack.id === pack.id);
      if (plan) {
        signal.throwIfAborted();
        await fillTwice(storage, plan, known, signal, (more) => {
          progress.bytes += more;
          report();
        });
        expected += plan.bytes;
        progress.bytes = expected;
      }
      progress.articles += pack.articles;
      record.groups[id] = [...(record.groups[id] ?? []).filter((saved) => saved !== pack.id), pack.id];
      if (grows && plan) await storage.setRecord(record);
      report();
    }
  signal.throwIfAborted();
  await storage.setRecord(record);
  await storage.setJob(null);
  await sweep(storage, record);
}
