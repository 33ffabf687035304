import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { plan } from '../pages/index.ts';
import { buildPagefind, type SearchPage } from '../search/pagefind.ts';
import { renderAll } from '../site/render.ts';
import { enginesOf, siteOf } from '../site/site.ts';
import type { Archive, Problem, View } from '../types.ts';
import { buildAssets } from './assets.ts';
import { type Prepared, prepare } from './prepare.ts';
import type { Progress } from './progress.ts';
import { claimOutput, publish, stagingDir } from './publish.ts';
import { type ReportHead, writeReport } from './report.ts';

/** What a build is asked to do. Both directories are absolute. */
export interface BuildOptions {
  contentDir: string;
  outDir: string;
  progress: Progress;
}

/** What a build did. */
export interface BuildSummary {
  articles: number;
  pages: number;
  repairs: { rule: string; count: number }[];
  problems: Problem[];
  pagefind: { build: boolean; reason: string };
  files: number;
  bytes: number;
}

/**
 * Builds the website: the stages in their order.
 * @throws {UserError} where a person has to change something first; the output is then as it was
 */
export async function build({ contentDir, outDir, progress }: BuildOptions): Promise<BuildSummary> {
  await claimOutput(outDir, contentDir);
  const packDir = await mkdtemp(path.join(tmpdir(), 'jiuwen-'));
  const staging = stagingDir(outDir);
  try {
    await rm(staging, { recursive: true, force: true });
    await mkdir(staging, { recursive: true });
    const prepared = await prepare(contentDir, packDir, progress);
    const pages = await render(prepared, contentDir, staging, progress);
    await index(prepared, staging, progress);
    await writeReport(
      path.join(staging, 'report.json'),
      reportHead(prepared),
      prepared.problems,
      prepared.repairs,
    );
    const published = await publish(staging, outDir);
    const { archive, facts, problems, pagefind } = prepared;
    return {
      articles: archive.entries.length,
      pages,
      repairs: facts.repairs,
      problems,
      pagefind,
      ...published,
    };
  } finally {
    await rm(packDir, { recursive: true, force: true });
    await rm(staging, { recursive: true, force: true });
  }
}

async function render(
  prepared: Prepared,
  contentDir: string,
  outDir: string,
  progress: Progress,
): Promise<number> {
  const { archive, facts } = prepared;
  const assets = await buildAssets({ outDir });
  const site = siteOf(archive.settings, assets, archive.topics.length > 0, enginesOf(facts));
  let pages = 0;
  const counted = function* (): Generator<View> {
    for (const view of plan(archive, facts)) {
      pages += 1;
      yield view;
    }
  };
  progress.start('pages', [...plan(archive, facts)].length);
  await renderAll(counted(), site, contentDir, outDir, (done) => progress.tick(done));
  progress.done();
  return pages;
}

/** What follows once the pages are written: the index and the report. */
export async function finish(prepared: Prepared, outDir: string, progress: Progress): Promise<void> {
  await index(prepared, outDir, progress);
  await writeReport(
    path.join(outDir, 'report.json'),
    reportHead(prepared),
    prepared.problems,
    prepared.repairs,
  );
}

/** Builds the word index, where there is one: oldest article first. */
async function index({ archive, pagefind }: Prepared, outDir: string, progress: Progress): Promise<void> {
  if (!pagefind.build) return progress.say(`word search (Pagefind) is left out: ${pagefind.reason}`);
  progress.start('pagefind', archive.entries.length);
  await buildPagefind({
    pages: articlePages(archive, outDir),
    outDir: path.join(outDir, 'pagefind'),
    onProgress: () => progress.tick(1),
  });
  progress.done();
}

async function* articlePages(archive: Archive, outDir: string): AsyncGenerator<SearchPage> {
  for (const { path: url } of archive.entries)
    yield { url, html: await readFile(path.join(outDir, url), 'utf8') };
}

/** The summary that opens `report.json`. */
function reportHead({ archive, facts, pagefind }: Prepared): ReportHead {
  const byRule = (list: readonly { rule: string; count: number }[]) =>
    Object.fromEntries(list.map(({ rule, count }) => [rule, count]));
  return {
    articles: archive.entries.length,
    repairs: byRule(facts.repairs),
    problems: byRule(facts.problems),
    pagefind: { built: pagefind.build, reason: pagefind.reason },
  };
}
