import { codeOf } from '../build/code.ts';
import { batches, inWorkers } from '../build/pool.ts';
import type { MemoryMeter, Peak } from '../build/worker-memory.ts';
import type { View } from '../types.ts';
import type { RenderTask } from './render-worker.ts';
import type { Site } from './site.ts';

/** The layouts that this process has rendered with: Eleventy reads each once and keeps it. */
let layoutsInUse: string | null = null;

/** Pages a batch: Eleventy keeps what it renders, so a batch bounds its memory. */
const BATCH = 1000;

/**
 * Renders all views in worker processes, batch by batch.
 * @param onProgress called with the number of pages just written
 */
export async function renderAll(
  views: Iterable<View>,
  site: Site,
  contentDir: string,
  outDir: string,
  memory: MemoryMeter,
  workers: number,
  onProgress: (done: number) => void,
): Promise<void> {
  const worker = new URL('./render-worker.ts', import.meta.url);
  const tasks = (function* (): Generator<RenderTask> {
    for (const batch of batches(views, BATCH)) yield { views: batch, site, contentDir, outDir };
  })();
  const layouts = codeOf('layouts');
  layoutsInUse ??= layouts;
  for await (const { pages, peak } of inWorkers<RenderTask, { pages: number; peak: Peak }>(
    worker,
    tasks,
    workers,
    layouts !== layoutsInUse,
  )) {
    memory.note(peak);
    onProgress(pages);
  }
}
