import { mkdtempSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { shortHash } from '../archive/ids.ts';
import { readTopicsText } from '../archive/topics.ts';
import { emptyOffline, makeOffline } from '../exporters/offline/make.ts';
import type { Facts } from '../pages/page.ts';
import type { Certificate } from '../search/certificate.ts';
import { readSettings, type Settings } from '../settings.ts';
import { renderAll } from '../site/render.ts';
import { enginesOf, siteOf } from '../site/site.ts';
import type { Problem } from '../types.ts';
import type { AssetManifest } from './assets.ts';
import { ArticleCache } from './cache.ts';
import { certificateGroup } from './certify.ts';
import { allCode, digest } from './code.ts';
import { makeExports } from './exports.ts';
import { gramCode, makeGramIndex } from './gram.ts';
import { GroupMaker } from './group-maker.ts';
import { assetsGroup, laterGroups, pageReader } from './groups.ts';
import { openWorkshop } from './lock.ts';
import { type Manifest, ManifestFile } from './manifest.ts';
import {
  type Changes,
  changesOf,
  claimOutput,
  joinChanges,
  listFiles,
  listingDigest,
  markOutput,
  publish,
  readStamp,
  treeBytes,
} from './output.ts';
import { planViews, viewFiles } from './plan.ts';
import { workerCount } from './pool.ts';
import { prepare, readOptions } from './prepare.ts';
import type { Progress } from './progress.ts';
import { type SourceFile, scan } from './scan.ts';
import { needsIndex, planDigest, type Shards, type Share, shardGroup, shareOf, takePages } from './shard.ts';
import { DamagedPack } from './store.ts';
import { MemoryMeter } from './worker-memory.ts';

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
  /** Names of groups that may stay as the last build left them, though they are out of date: while somebody writes, an index can wait. */
  mayWait?: readonly string[];
  /** Renders only these pages, and leaves out what needs all of them. */
  share?: Share | undefined;
  /** Takes the pages from here instead of rendering them. */
  shards?: Shards | undefined;
}

/** What the published tree holds, whichever build made it. */
export interface TreeSummary {
  articles: number;
  pages: number;
  repairs: { rule: string; count: number }[];
  problems: Problem[];
  pagefind: { build: boolean; reason: string };
  /** What was found out about the search index; null for a share of a site, which has none. */
  certificate: Certificate | null;
  files: number;
  bytes: number;
}

/** What a build did. */
export interface BuildSummary extends TreeSummary {
  /** Pages rendered by this build. */
  rendered: number;
  changes: Changes;
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
  const settings = await readSettings(contentDir);
  const files = scan(contentDir);
  const cache = new ArticleCache(workDir, readOptions(settings));
  const manifestFile = new ManifestFile<TreeSummary>(workDir);
  const manifest = manifestFile.read(readStamp(outDir));
  const present = listFiles(outDir);
  const inputs = digest(await inputsDigest(contentDir, settings, files), JSON.stringify(share ?? null));

  const done = unchanged(manifest, inputs, present, () => cache.covers(files));
  if (done) return { ...done, rendered: 0, changes: { added: [], changed: [], removed: [] } };

  const prepared = await prepare({ contentDir, files, settings, cache, progress, memory, workers });
  const { archive, problems, pagefind } = prepared;
  const groups = new GroupMaker(manifest.groups, new Set(present), staging, options.mayWait ?? []);
  const assets = (await groups.make(assetsGroup())) as AssetManifest;
  const site = siteOf(settings, assets, archive.topics.length > 0, enginesOf(prepared.facts));

  const place = { archive, staging, outDir, readerKey: cache.key, present: new Set(present), progress };
  const gram = share
    ? null
    : await makeGramIndex({
        ...place,
        before: manifest.groups.search?.digest ?? null,
        partDir: path.join(workDir, 'parts'),
        memory,
        workers,
      });
  if (gram) groups.records.search = { digest: gramCode(), files: gram.files, data: null };
  const certificate = gram
    ? ((await groups.make(certificateGroup(archive, gram, outDir))) as Certificate)
    : null;
  const facts: Facts = { ...prepared.facts, certificate };

  const whole = planViews(archive, facts, site, cache.key, manifest.views, new Set(present));
  const plan = share ? shareOf(whole, share) : whole;
  memory.nextStage();
  progress.start('pages', plan.changed.length);
  const tick = (pages: number): void => progress.tick(pages);
  const taken = shards ? plan.changed.filter(({ path }) => !needsIndex(path)) : [];
  const copied = shards ? await takePages(shards, planDigest(whole), taken, staging, tick) : [];
  const rest = shards ? plan.changed.filter(({ path }) => needsIndex(path)) : plan.changed;
  const rendered = await renderAll(rest, site, contentDir, staging, memory, workers, tick);
  const fresh = new Map([...copied, ...rendered]);
  progress.done();
  const readPage = pageReader(staging, outDir);
  const later = share
    ? [shardGroup(share, planDigest(whole))]
    : laterGroups({ ...prepared, facts }, plan.articleDigests, readPage, progress);
  for (const group of later) await groups.make(group);

  const pieceDir = path.join(workDir, 'pieces');
  const exported = share ? null : makeExports({ ...place, pieceDir, fresh, before: manifest.exports });

  const waits = options.mayWait?.includes('offline') ?? false;
  groups.waiting ||= waits;
  if (share) await emptyOffline(plan.files, staging, outDir);
  else
    groups.records.offline = await makeOffline({
      ...place,
      wanted: settings.offline && !waits,
      files: [...plan.files, ...groups.files()],
      knownHash: (file) => fresh.get(file) ?? exported?.hashes[file],
      before: manifest.groups.offline ?? null,
    });

  const kept = new Set([...plan.files, ...groups.files(), ...Object.keys(exported?.inputs ?? {})]);
  const gone = present.filter((file) => !kept.has(file));
  // Half-way, the output is in a state that no other cache knows of.
  const between = digest(workDir, inputs);
  const isKnownSame = (file: string): boolean | null => {
    const [now, then] = [fresh.get(file), manifest.exports?.hashes[file]];
    return now && then ? now === then : null;
  };
  const publication = { staging, outDir, stamp: between, present, gone, isKnownSame };
  const moves = changesOf(publication);
  const removed = new Set(moves.removed);
  const after = [...present.filter((file) => !removed.has(file)), ...moves.added].sort();
  const changes = manifest.stopped ? joinChanges(manifest.stopped, moves, after) : moves;
  manifestFile.write({
    ...unsettled(manifest, plan.changed.flatMap(viewFiles)),
    stamp: between,
    stopped: changes,
  });
  const growth = await publish(publication, moves);
  const summary: TreeSummary = {
    articles: archive.entries.length,
    pages: plan.pages,
    repairs: facts.repairs.map(({ rule, count }) => ({ rule, count })),
    problems,
    pagefind,
    certificate,
    files: after.length,
    bytes: manifest.complete && manifest.summary ? manifest.summary.bytes + growth : treeBytes(outDir, after),
  };
  const stamp = digest(allCode(), JSON.stringify([plan.digests, problems, groups.waiting, share]));
  manifestFile.write({
    stamp,
    inputs,
    complete: !groups.waiting,
    listing: listingDigest(after),
    views: plan.digests,
    groups: groups.records,
    exports: exported,
    stopped: null,
    summary,
  });
  await markOutput(outDir, stamp);
  await writeFile(`${outDir}-changes.json`, `${JSON.stringify(changes, null, 1)}\n`);
  return { ...summary, rendered: plan.changed.length, changes };
}

/** Digest of everything a tree depends on. Files stand for their contents by size and times, as in git's index. */
async function inputsDigest(
  contentDir: string,
  settings: Settings,
  files: readonly SourceFile[],
): Promise<string> {
  const topics = await readTopicsText(contentDir);
  return digest(allCode(), JSON.stringify(settings), topics ?? '', JSON.stringify(files));
}

/** What the last build left, where nothing it depends on has changed since and its output is all there. */
function unchanged(
  manifest: Manifest<TreeSummary>,
  inputs: string,
  present: readonly string[],
  covered: () => boolean,
): TreeSummary | null {
  const whole =
    manifest.complete && manifest.inputs === inputs && manifest.listing === listingDigest(present);
  return whole && covered() ? manifest.summary : null;
}

/** The manifest while files are being moved: what is about to be replaced counts as unknown, should the build be killed now. */
function unsettled(manifest: Manifest<TreeSummary>, files: readonly string[]): Manifest<TreeSummary> {
  const views = { ...manifest.views };
  for (const file of files) if (file in views) views[file] = '';
  return { ...manifest, complete: false, views, groups: {}, exports: null };
}
