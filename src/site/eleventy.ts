import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { EleventyConfig } from '@11ty/eleventy';
import { buildAssets } from '../build/assets.ts';
import { finish } from '../build/build.ts';
import { prepare } from '../build/prepare.ts';
import { createProgress } from '../build/progress.ts';
import { claimOutput, markOutput } from '../build/publish.ts';
import { PackReader } from '../build/store.ts';
import { plan } from '../pages/index.ts';
import { enginesOf, siteOf } from './site.ts';
import { addViews, configure } from './templates.ts';
import { writeTwin } from './twin.ts';

const CONTENT = path.resolve('content');
const OUT = path.resolve('dist');

/**
 * What `npx eleventy` runs: the whole of `content/` in one process, without batches. Fit for small archives and for
 * looking into Eleventy's own messages; `npm run build` is the same for archives of any size.
 */
export default async function eleventy(config: EleventyConfig): Promise<{ dir: Record<string, string> }> {
  const progress = createProgress();
  const packDir = mkdtempSync(path.join(tmpdir(), 'jiuwen-eleventy-'));
  await claimOutput(OUT, CONTENT);
  await markOutput(OUT);
  const prepared = await prepare(CONTENT, packDir, progress);
  const { archive, facts } = prepared;
  const site = siteOf(
    archive.settings,
    await buildAssets({ outDir: OUT }),
    archive.topics.length > 0,
    enginesOf(facts),
  );
  const views = [...plan(archive, facts)];
  const store = new PackReader();
  configure(config, site);
  addViews(config, views, (view) => (view.body ? store.read(view.body) : null), site);
  config.on('eleventy.after', async () => {
    store[Symbol.dispose]();
    for (const view of views) if (view.source) writeTwin(view.path, path.join(CONTENT, view.source), OUT);
    await finish(prepared, OUT, progress);
    rmSync(packDir, { recursive: true, force: true });
  });
  return { dir: { input: 'src/site', output: 'dist' } };
}
