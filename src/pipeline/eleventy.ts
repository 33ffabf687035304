import path from 'node:path';
import { createProgress } from '../progress.ts';
import { type EleventyConfig, renderIn } from '../site/own-run.ts';
import { build } from './build.ts';

const CONTENT = path.resolve('content');
const OUT = path.resolve('dist');

/**
 * Entry of `npx eleventy`: the same targets as `npm run build`, the pages of `content/` rendered by the run of Eleventy that was started, in one
 * process and without what earlier builds left. Fit for small archives and for looking into Eleventy's own messages.
 */
export default function eleventy(config: EleventyConfig): Promise<{ dir: Record<string, string> }> {
  return renderIn(config, CONTENT, OUT, (render) =>
    build({
      contentDir: CONTENT,
      outDir: OUT,
      cacheDir: null,
      progress: createProgress(),
      workers: 1,
      // A run that was stopped has left pages that no list names.
      adopt: true,
      render,
    }),
  );
}
