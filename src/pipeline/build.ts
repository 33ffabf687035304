import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { shortHash } from '../archive/ids.ts';
import type { AssetManifest } from '../assets/bundle.ts';
import { ArticleCache } from '../cache/articles.ts';
import { DamagedPack } from '../cache/store.ts';
import { emptyOffline, noOffline, Offline } from '../offline/make.ts';
import type { Facts } from '../pages/facts.ts';
import { readSettings } from '../settings.ts';
import { enginesOf, siteOf } from '../site/site.ts';
import { MemoryMeter } from '../workers/memory.ts';
import { workerCount } from '../workers/pool.ts';
import { type CertificateRecord, certificateGroup } from './certify.ts';
import { Exports, keptExports, standingExports } from './exports.ts';
import { finish } from './finish.ts';
import { gramCode, makeGramIndex } from './gram.ts';
import { GroupMaker } from './group-maker.ts';
import { assetsGroup, laterGroups, pageReader } from './groups.ts';
import { openWorkshop } from './lock.ts';
import { ManifestFile } from './manifest.ts';
import { claimOutput, listFiles, readStamp } from './output.ts';
import { Pace } from './pace.ts';
import { planViews } from './plan.ts';
import { prepare, readOptions } from './prepare.ts';
import type { Progress } from './progress.ts';
import { scan } from './scan.ts';
import { planDigest, type Shards, type Share, shardGroup, shareOf } from './shard.ts';
import { type BuildSummary, inputsDigest, type TreeSummary, unchanged } from './state.ts';
import { together } from './together.ts';
import { digest } from './version.ts';
import { writePages } from './write-pages.ts';
import { WrittenPages } from './written-pages.ts';

/** What a build is asked to do. Directories are absolute. */
export interface BuildOptions {
  contentDir: string;
  outDir: string;
  /** Where earlier builds left what this one can use; null to use and leave nothing. */
  cacheDir: string | null;
  progress: Progress;
  memory?: MemoryMeter;
  /** Number of worker processes; one a core by default. */
  workers?: number;
  /**
   * What may stay as the last build left it, though it is out of date: groups, and `search`, `certificate`, `exports`, `offline`. While somebody
   * writes, an index can wait.
   */
  mayWait?: readonly string[];
  /** Renders only these pages, and leaves out what needs all of them. */
  share?: Share | undefined;
  /** Takes the pages from here instead of rendering them. */
  shards?: Shards | undefined;
}

/**
 * Builds the website: renders what differs from the last build, removes what is gone, leaves the tree that a first build would leave.
 * @throws {UserError} where a person has to change something first
 */
export async function build(options: BuildOptions): Promise<BuildSummary> {
  await claimOutput(options.outDir, options.contentDir);
  using workshop = openWorkshop(options.outDir);
  const temporary = options.cacheDir === null;
  const workDir =
    options.cacheDir === null
      ? mkdtempSync(path.join(tmpdir(), 'jiuwen-'))
      : workDirOf(options, options.cacheDir);
  try {
    return await buildOnce(options, workDir, workshop.staging);
  } catch (error) {
    if (!(error instanceof DamagedPack)) throw error;
    options.progress.say(`the cache is damaged (${error.message}) and is made anew`);
    rmSync(workDir, { recursive: true, force: true });
    rmSync(workshop.staging, { recursive: true, force: true });
    return await buildOnce(options, workDir, workshop.staging);
  } finally {
    if (temporary) rmSync(workDir, { recursive: true, force: true });
  }
}

/** Each pair of content and output has its own corner of the cache. */
export const workDirOf = (
  { contentDir, outDir }: Pick<BuildOptions, 'contentDir' | 'outDir'>,
  cacheDir: string,
): string => path.join(cacheDir, shortHash(`${contentDir}\n${outDir}`));

/** The stages in their order. */
async function buildOnce(options: BuildOptions, workDir: string, staging: string): Promise<BuildSummary> {
  const { contentDir, outDir, progress, memory = new MemoryMeter(), workers = workerCount(null) } = options;
  const { share, shards } = options;
  const mayWait = (name: string): boolean => options.mayWait?.includes(name) ?? false;
  const settings = await readSettings(contentDir);
  const files = scan(contentDir);
  const cache = new ArticleCache(workDir, readOptions(settings));
  const manifestFile = new ManifestFile<TreeSummary>(workDir);
  const manifest = manifestFile.read(readStamp(outDir));
  // Hundreds of thousands of names at worst: one set of them serves every stage.
  const present: ReadonlySet<string> = new Set(listFiles(outDir));
  const inputs = digest(await inputsDigest(contentDir, settings, files), JSON.stringify(share ?? null));

  const done = unchanged(manifest, inputs, present, () => cache.covers(files));
  if (done) return { ...done, rendered: 0, changes: { added: [], changed: [], removed: [] } };

  const prepared = await prepare({ contentDir, files, settings, cache, progress, memory, workers });
  const { archive } = prepared;
  const groups = new GroupMaker(manifest.groups, present, staging, options.mayWait ?? []);
  const assets = (await groups.make(assetsGroup())) as AssetManifest;
  const site = siteOf(settings, assets, archive.topics.length > 0, enginesOf(prepared.facts));

  const place = { archive, staging, outDir, readerKey: cache.key, present, progress };
  const gram =
    share || groups.keep('search')
      ? null
      : await makeGramIndex({
          ...place,
          before: manifest.groups.search?.digest ?? null,
          partDir: path.join(workDir, 'parts'),
          memory,
          workers,
        });
  if (gram) groups.records.search = { digest: gramCode(), files: gram.files, data: null };
  if (!gram) groups.keep('certificate');
  const certified = (manifest.groups.certificate?.data ?? null) as CertificateRecord | null;
  if (gram) await groups.make(certificateGroup(archive, gram, outDir, certified));
  const { whole: certificate = null } = (groups.records.certificate?.data ??
    {}) as Partial<CertificateRecord>;
  const facts: Facts = { ...prepared.facts, certificate };

  const whole = planViews(archive, facts, site, cache.key, manifest, present);
  const plan = share ? shareOf(whole, share) : whole;
  const changed = plan.changed.map((view) => view.path);
  const pages = new WrittenPages(changed);
  const exportPlace = { ...place, pieceDir: path.join(workDir, 'pieces'), before: manifest.exports };
  const standing = mayWait('exports') ? standingExports(exportPlace) : null;
  const exports = share || standing ? null : new Exports(exportPlace);
  const offline =
    share || !settings.offline || mayWait('offline')
      ? null
      : new Offline({
          ...place,
          knownHash: (file) => pages.hashes.get(file) ?? manifest.exports?.hashes[file],
          before: manifest.groups.offline ?? null,
          changed,
        });

  memory.nextStage();
  progress.start('pages', plan.changed.length);
  const work = { whole, plan, shards, site, contentDir, staging, memory, workers, progress };
  // Feeds, data and packs are made while the workers render: this process would only wait, and what was just written need not come from the disk.
  await together(
    (signal) => pages.written(writePages(work, pages, signal)),
    async (signal) => exports?.fromCatalogue(new Pace(signal)),
    async (signal) => offline?.addPages(plan.files, pages, new Pace(signal)),
  );
  progress.done();

  const readPage = pageReader(staging, outDir);
  const later = share
    ? [shardGroup(share, planDigest(whole))]
    : laterGroups({ ...prepared, facts }, plan.articleDigests, readPage, progress);
  for (const group of later) await groups.make(group);

  groups.waiting ||= standing !== null || mayWait('offline');
  const kept = standing && keptExports(standing, pages.hashes);
  const exported = exports ? await exports.fromPages(pages.hashes) : kept;
  const made = [...plan.files, ...groups.files()];
  if (share) await emptyOffline(plan.files, staging, outDir);
  else
    groups.records.offline = offline
      ? await offline.finish(made)
      : await noOffline(made, { staging, outDir });

  return finish({
    staging,
    outDir,
    present,
    plan,
    groups,
    exported,
    fresh: pages.hashes,
    prepared,
    facts,
    share,
    inputs,
    between: digest(workDir, inputs),
    manifest,
    manifestFile,
  });
}
