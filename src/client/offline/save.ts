import { ASSETS, type OfflineIndex, type PackGroup } from '../../offline/format.ts';
import { fetchIndex } from './download.ts';
import { type Fault, faultOf } from './fault.ts';
import { fillTwice, type Known, knownFiles, type PackPlan, planPack } from './fill.ts';
import { sweep } from './remove.ts';
import { requireRoom } from './room.ts';
import type { SavedRecord, Store } from './store.ts';

/** How far a saving has come. */
export interface Progress {
  /** Bytes that came over the network, of about how many. */
  bytes: number;
  ofBytes: number;
  /** Articles that are stored, of how many that were asked for, those saved before included. */
  articles: number;
  ofArticles: number;
}

/** What has to be done for a set of groups. */
export interface SavePlan {
  index: OfflineIndex;
  /** The groups that will be saved when it is done, in their order. */
  groups: PackGroup[];
  /** What is missing of each of them, by the group's id. */
  missing: Map<string, { plans: PackPlan[]; known: Known }>;
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
  store: Store,
  wanted: readonly string[],
  signal: AbortSignal,
): Promise<SavePlan> {
  const index = await fetchIndex(store, signal);
  const record = await store.record();
  const ids = new Set([ASSETS, ...wanted, ...Object.keys(record?.groups ?? {})]);
  const groups = index.groups
    .filter(({ id }) => ids.has(id))
    .sort((a, b) => (rank(a.id) < rank(b.id) ? -1 : 1));
  const missing: SavePlan['missing'] = new Map();
  let bytes = 0;
  for (const { id, packs } of groups) {
    const absent = [];
    for (const pack of packs) if (!(await store.listing(pack.id))) absent.push(pack);
    const known = await knownFiles(store, absent.length ? (record?.groups[id] ?? []) : []);
    const plans = [];
    for (const pack of absent) plans.push(await planPack(store, pack, known, signal));
    bytes += plans.reduce((sum, plan) => sum + plan.bytes, 0);
    missing.set(id, { plans, known });
  }
  return { index, groups, missing, bytes };
}

/**
 * Saves what a plan says. May be stopped at any time and begun again: what is stored stays.
 * An archive of an older build goes on answering until the new one is complete; then the record changes hands in one write.
 * @throws {Fault} with what stopped it; the signal's reason where it was paused
 */
export async function save(
  store: Store,
  plan: SavePlan,
  signal: AbortSignal,
  onProgress: (progress: Progress) => void,
): Promise<void> {
  try {
    await saveAll(store, plan, signal, onProgress);
  } catch (error) {
    signal.throwIfAborted();
    throw faultOf(error) satisfies Fault;
  }
}

async function saveAll(
  store: Store,
  { index, groups, missing, bytes }: SavePlan,
  signal: AbortSignal,
  onProgress: (progress: Progress) => void,
): Promise<void> {
  await requireRoom(groups, missing);
  await store.setJob({ groups: groups.map(({ id }) => id) });
  const before = await store.record();
  // The first saving, and one of more of the same build, can be read as it grows.
  const grows = !before || before.build === index.build;
  const record: SavedRecord = { version: 1, build: index.build, groups: {} };
  if (grows) Object.assign(record.groups, before?.groups);
  const articlesOf = (group: PackGroup) => group.packs.reduce((sum, pack) => sum + pack.articles, 0);
  const progress: Progress = {
    bytes: 0,
    ofBytes: bytes,
    articles: 0,
    ofArticles: groups.reduce((sum, group) => sum + articlesOf(group), 0),
  };
  const report = () => onProgress({ ...progress, bytes: Math.min(progress.bytes, bytes) });
  let expected = 0;
  report();
  for (const { id, packs } of groups) {
    const { plans, known } = missing.get(id) ?? { plans: [], known: new Map() };
    for (const pack of packs) {
      const todo = plans.find((one) => one.pack.id === pack.id);
      if (todo) {
        signal.throwIfAborted();
        await fillTwice(store, todo, known, signal, (more) => {
          progress.bytes += more;
          report();
        });
        expected += todo.bytes;
        progress.bytes = expected;
      }
      progress.articles += pack.articles;
      record.groups[id] = [...(record.groups[id] ?? []).filter((saved) => saved !== pack.id), pack.id];
      if (grows && todo) await store.setRecord(record);
      report();
    }
  }
  signal.throwIfAborted();
  await store.setRecord(record);
  await store.setJob(null);
  await sweep(store, record);
}
