import { renderAll } from '../site/render.ts';
import type { Site } from '../site/site.ts';
import type { MemoryMeter } from '../workers/memory.ts';
import type { PagePlan } from './plan.ts';
import type { Progress } from './progress.ts';
import { needsIndex, planDigest, type Shards, takePages } from './shard.ts';
import type { WrittenPages } from './written-pages.ts';

/** What pages are written with. */
export interface PageWork {
  /** The pages of the whole site. */
  whole: PagePlan;
  /** Those of them that this build is to write. */
  plan: PagePlan;
  /** Where pages were rendered that are only copied. */
  shards: Shards | undefined;
  site: Site;
  contentDir: string;
  staging: string;
  memory: MemoryMeter;
  workers: number;
  progress: Progress;
}

/**
 * Writes the pages that differ from the last build's into the staging folder.
 * @param pages told of each as soon as it can be read
 * @param signal ends the work between two batches
 */
export async function writePages(work: PageWork, pages: WrittenPages, signal: AbortSignal): Promise<void> {
  const { whole, plan, shards, site, contentDir, staging, memory, workers, progress } = work;
  const tick = (done: number): void => progress.tick(done);
  let rest = plan.changed;
  if (shards) {
    const taken = plan.changed.filter(({ path }) => !needsIndex(path));
    rest = plan.changed.filter(({ path }) => needsIndex(path));
    pages.add(await takePages(shards, planDigest(whole), taken, staging, tick));
  }
  await renderAll(rest, site, contentDir, staging, memory, workers, (done, hashes) => {
    signal.throwIfAborted();
    pages.add(Object.entries(hashes));
    tick(done);
  });
}
