import { codeOf } from '../pipeline/version.ts';
import type { PageToRender, View } from '../types.ts';
import type { MemoryMeter } from '../workers/memory.ts';
import { batches, inWorkers } from '../workers/pool.ts';
import type { Rendered, RenderTask } from '../workers/render-worker.ts';
import type { Site } from './site.ts';

/** The layouts that this process has rendered with: Eleventy reads each once and keeps it. */
let layoutsInUse: string | null = null;

/** Pages a batch: Eleventy keeps what it renders, so a batch bounds its memory. */
const BATCH = 1000;

/** What a page was made from is of use only where it is planned. */
const withoutInputs = ({ path, layout, data, body, source }: View): PageToRender => ({
  path,
  layout,
  data,
  ...(body && { body }),
  ...(source !== undefined && { source }),
});

/**
 * Renders all views in worker processes, batch by batch.
 * @param onWritten called with what a batch wrote: number of pages, page or twin → SHA-256 (hex)
 */
export async function renderAll(
  views: Iterable<View>,
  site: Site,
  contentDir: string,
  outDir: string,
  memory: MemoryMeter,
  workers: number,
  onWritten: (pages: number, hashes: Readonly<Record<string, string>>) => void,
): Promise<void> {
  const worker = new URL('../workers/render-worker.ts', import.meta.url);
  const tasks = (function* (): Generator<RenderTask> {
    for (const batch of batches(views, BATCH))
      yield { views: batch.map(withoutInputs), site, contentDir, outDir };
  })();
  const layouts = codeOf('layouts');
  layoutsInUse ??= layouts;
  for await (const { pages, hashes, peak } of inWorkers<RenderTask, Rendered>(
    worker,
    tasks,
    workers,
    layouts !== layoutsInUse,
  )) {
    memory.note(peak);
    onWritten(pages, hashes);
  }
}
