import { keyOf } from '../hash.ts';
import type { View } from '../types.ts';
import { layoutKeys } from '../version.ts';
import { batches, inWorkers, type Workforce } from '../workers/pool.ts';
import type { Render } from './context.ts';

/** Pages a batch: Eleventy keeps what it renders, so a batch bounds its memory. With twice as many a process takes a fifth more, and as long. */
const BATCH = 500;

/** Key of the layouts that this process has rendered with: Eleventy reads each once and keeps it. */
let layoutsInUse: string | null = null;

/** Inputs tell whether a page has to be rendered; rendering it takes its data only, which some views make when it is asked for. */
const withoutInputs = ({ path, layout, data, body, source }: View): Omit<View, 'inputs'> => ({
  path,
  layout,
  data,
  ...(body && { body }),
  ...(source !== undefined && { source }),
});

/** Renders pages in worker processes, batch by batch. */
export function renderInWorkers(place: Workforce & { contentDir: string; staging: string }): Render {
  const { contentDir, staging: outDir } = place;
  return async (views, site, onWritten) => {
    function* tasks() {
      // The inputs tell whether a page has to be rendered; rendering it takes its data only.
      for (const batch of batches(views, BATCH))
        yield { views: batch.map(withoutInputs), site, contentDir, outDir };
    }
    const layouts = keyOf(...[...layoutKeys()].flat());
    layoutsInUse ??= layouts;
    for await (const written of inWorkers('render', tasks(), place, layouts !== layoutsInUse))
      onWritten(written);
  };
}
