import type { PackGroup } from '../../offline/format.ts';
import { Fault } from './fault.ts';
import type { SavePlan } from './save.ts';

/** What a file costs a cache besides its bytes. */
const OVERHEAD = 1.1;

/** Bytes used and granted; null where the browser does not tell. */
export async function room(): Promise<{ used: number; quota: number } | null> {
  if (!navigator.storage?.estimate) return null;
  const { usage = 0, quota = 0 } = await navigator.storage.estimate();
  return quota > 0 ? { used: usage, quota } : null;
}

/** @throws {Fault} where what is to be saved would not fit */
export async function requireRoom(groups: readonly PackGroup[], missing: SavePlan['missing']): Promise<void> {
  const needed = groups
    .flatMap(({ id }) => missing.get(id)?.plans ?? [])
    .reduce((sum, { pack }) => sum + pack.size * OVERHEAD, 0);
  const estimate = await room();
  if (estimate && estimate.quota - estimate.used < needed) throw new Fault('full');
}
