import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readNamesTexts } from '../archive/names-file.ts';
import { PackReader } from '../cache/article-pack.ts';
import { ArticleCache } from '../cache/articles.ts';
import { Cache } from '../cache/cache.ts';
import { DamagedCache } from '../cache/cache-file.ts';
import { SourceGone } from '../errors.ts';
import { scan } from '../files/scan.ts';
import { SiteTree } from '../files/site-tree.ts';
import { hashOf, keyOf } from '../hash.ts';
import { locales } from '../locales/index.ts';
import { readSettings } from '../settings.ts';
import { browserKey, layoutKeys } from '../version.ts';
import { MemoryMeter } from '../workers/memory.ts';
import { workerCount } from '../workers/pool.ts';
import type { BuildOptions, BuildSummary } from './build-options.ts';
import type { Context } from './context.ts';
import { factsOf } from './facts.ts';
import { finish, listingOf } from './finish.ts';
import type { Page } from './item.ts';
import { openWorkshop } from './lock.ts';
import { checkPlaces, claimOutput, markOutput, readStamp } from './output.ts';
import { readArchive, readKey } from './read-archive.ts';
import { readRecord } from './record.ts';
import { renderInWorkers } from './render.ts';
import { runTargets } from './target.ts';
import { indexPages, pages, planPages } from './targets/pages.ts';
import { targets } from './targets.ts';

/**
 * Builds the website: makes what differs from the last build, removes what is gone, leaves the tree that a first build would leave.
 * @throws {UserError} where a person has to change something first
 */
export async function build(options: BuildOptions): Promise<BuildSummary> {
  const { contentDir, outDir, cacheDir, progress } = options;
  checkPlaces(outDir, contentDir);
  using workshop = openWorkshop(outDir);
  const workDir =
    cacheDir === null ? mkdtempSync(path.join(tmpdir(), 'jiuwen-')) : workDirOf(options, cacheDir);
  const staging = options.render ? outDir : workshop.staging;
  try {
    for (let tries = TRIES; ; tries--)
      try {
        return await buildOnce(options, workDir, staging);
      } catch (error) {
        const isDamaged = error instanceof DamagedCache;
        if (tries === 1 || options.render || !(isDamaged || error instanceof SourceGone)) throw error;
        progress.say(
          isDamaged
            ? `the cache is damaged (${error.message}) and is made anew`
            : `${error.message}; the build begins again`,
        );
        if (isDamaged) options.held?.clear();
        if (isDamaged) rmSync(workDir, { recursive: true, force: true });
        rmSync(workshop.staging, { recursive: true, force: true });
      }
  } finally {
    if (cacheDir === null) rmSync(workDir, { recursive: true, force: true });
  }
}

/** So often a build begins at most: a cache may be damaged, and articles may go away meanwhile. */
const TRIES = 3;

/** Each pair of content and output has its own corner of the cache. */
export const workDirOf = (
  { contentDir, outDir }: Pick<BuildOptions, 'contentDir' | 'outDir'>,
  cacheDir: string,
): string => path.join(cacheDir, hashOf(`${contentDir}\n${outDir}`).slice(0, 12));

/** Reads the archive, runs the table of targets, and publishes what they came to. */
async function buildOnce(options: BuildOptions, workDir: string, staging: string): Promise<BuildSummary> {
  const {
    contentDir,
    outDir,
    progress,
    memory = new MemoryMeter(),
    workers = workerCount(null),
    share,
  } = options;
  const { owned, foreign } = claimOutput(outDir, options.adopt ?? false);
  // Files that are written straight into the output have to be known as ours, should this build be killed.
  if (options.render) markOutput(outDir, '');
  const settings = await readSettings(contentDir);
  const found = scan(contentDir, settings.ignore);
  const { files } = found;
  const caches = new Map<string, Cache>();
  const cache = (name: string): Cache => {
    const found = caches.get(name) ?? new Cache(path.join(workDir, name));
    caches.set(name, found);
    return found;
  };
  const articleCache = new ArticleCache(cache('articles'), readKey(settings), options.held);
  const before = readRecord(cache('tree'), readStamp(outDir));
  const names = await readNamesTexts(contentDir);
  const layouts = JSON.stringify([...layoutKeys()]);
  const key = keyOf(
    browserKey(),
    layouts,
    JSON.stringify([settings, share ?? null]),
    ...names,
    JSON.stringify(found),
  );
  if (
    before.summary &&
    before.key === key &&
    before.listing === listingOf(owned) &&
    articleCache.covers(files)
  )
    return { ...before.summary, rendered: 0, changes: { added: [], changed: [], removed: [] } };

  const work = {
    contentDir,
    ...found,
    settings,
    cache: articleCache,
    mediaCache: cache('media'),
    studyCache: cache('studies'),
    progress,
    workers,
    memory,
  };
  const reading = await readArchive(work);
  using articles = new PackReader();
  let planned: Page[] | null = null;
  const tree = new SiteTree(staging, outDir, before.files, owned, foreign);
  const context: Context = {
    contentDir,
    settings,
    strings: locales[settings.language],
    reading,
    ...factsOf(reading, settings, articles),
    plan() {
      planned ??= planPages(context);
      return planned;
    },
    key: readKey(settings),
    articles,
    tree,
    cache,
    progress,
    render: options.render ?? renderInWorkers({ contentDir, staging, workers, memory }),
    before: before.targets,
    records: new Map(),
    defers: (until) => options.defer?.includes(until) ?? false,
    share,
    shards: options.shards,
    workers,
    memory,
  };
  const outcome = await runTargets(targets, context);
  const isWhole = !outcome.isWaiting && !options.defer?.length;
  const { summary, changes } = finish(context, before, isWhole ? key : '', keyOf(workDir, key));
  const made = [pages, indexPages].flatMap(({ name }) => outcome.made.get(name) ?? []);
  const rendered = made.filter((file) => file.endsWith('.html'));
  return { ...summary, changes, rendered: rendered.length };
}
