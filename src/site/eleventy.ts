import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { EleventyConfig } from '@11ty/eleventy';
import type { AssetManifest } from '../assets/bundle.ts';
import { ArticleCache } from '../cache/articles.ts';
import { PackReader } from '../cache/store.ts';
import { locales } from '../locales/index.ts';
import { noOffline, Offline } from '../offline/make.ts';
import type { Facts } from '../pages/facts.ts';
import { plan } from '../pages/index.ts';
import { type CertificateRecord, certificateGroup } from '../pipeline/certify.ts';
import { Exports } from '../pipeline/exports.ts';
import { makeGramIndex } from '../pipeline/gram.ts';
import { assetsGroup, laterGroups, pageReader } from '../pipeline/groups.ts';
import { claimOutput, listFiles, markOutput } from '../pipeline/output.ts';
import { viewFiles } from '../pipeline/plan.ts';
import { prepare, readOptions } from '../pipeline/prepare.ts';
import { createProgress } from '../pipeline/progress.ts';
import { scan } from '../pipeline/scan.ts';
import { readSettings } from '../settings.ts';
import { MemoryMeter } from '../workers/memory.ts';
import { enginesOf, siteOf } from './site.ts';
import { addViews, configure } from './templates.ts';
import { writeTwin } from './twin.ts';

const CONTENT = path.resolve('content');
const OUT = path.resolve('dist');

/**
 * What `npx eleventy` runs: the whole of `content/` rendered in one process, without batches and without what earlier builds left.
 * Fit for small archives and for looking into Eleventy's own messages; `npm run build` is the same for archives of any size.
 */
export default async function eleventy(config: EleventyConfig): Promise<{ dir: Record<string, string> }> {
  await claimOutput(OUT, CONTENT);
  await markOutput(OUT, 'eleventy');
  const workDir = mkdtempSync(path.join(tmpdir(), 'jiuwen-eleventy-'));
  const settings = await readSettings(CONTENT);
  const cache = new ArticleCache(workDir, readOptions(settings));
  const progress = createProgress();
  const memory = new MemoryMeter();
  const prepared = await prepare({
    contentDir: CONTENT,
    files: scan(CONTENT),
    settings,
    cache,
    progress,
    memory,
    workers: 1,
  });
  const { archive } = prepared;
  const assets = (await assetsGroup().make(OUT)) as AssetManifest;
  const site = siteOf(settings, assets, archive.topics.length > 0, enginesOf(prepared.facts));
  const place = {
    archive,
    staging: OUT,
    outDir: OUT,
    readerKey: cache.key,
    present: new Set<string>(),
    progress,
  };
  const gram = await makeGramIndex({
    ...place,
    before: null,
    partDir: path.join(workDir, 'parts'),
    memory,
    workers: 1,
  });
  const certified = (await certificateGroup(archive, gram, OUT, null).make(OUT)) as CertificateRecord;
  const facts: Facts = { ...prepared.facts, certificate: certified.whole };
  const views = [...plan(archive, facts, locales[settings.language])];
  const store = new PackReader();
  configure(config, site);
  addViews(config, views, (view) => (view.body ? store.page(view.body) : null), site);
  config.on('eleventy.after', async () => {
    store[Symbol.dispose]();
    for (const view of views) if (view.source) writeTwin(view.path, path.join(CONTENT, view.source), OUT);
    for (const group of laterGroups({ ...prepared, facts }, '', pageReader(OUT), progress))
      await group.make(OUT);
    const exports = new Exports({ ...place, pieceDir: path.join(workDir, 'pieces'), before: null });
    await exports.fromCatalogue();
    await exports.fromPages(new Map());
    const words = prepared.pagefind.build ? listFiles(path.join(OUT, 'pagefind')) : [];
    const files = [
      ...views.flatMap(viewFiles),
      ...Object.values(assets).map((name) => `assets/${name}`),
      ...gram.files,
      ...words.map((name) => `pagefind/${name}`),
    ];
    if (settings.offline) {
      const offline = new Offline({ ...place, knownHash: () => undefined, before: null, changed: [] });
      await offline.addPages(files);
      await offline.finish(files);
    } else await noOffline(files, place);
    rmSync(workDir, { recursive: true, force: true });
  });
  return { dir: { input: 'src/site', output: 'dist' } };
}
