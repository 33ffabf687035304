import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Archive } from '../archive/archive.ts';
import { buildAssets } from '../assets/bundle.ts';
import { buildPagefind, type SearchPage } from '../search/pagefind.ts';
import type { Prepared } from './prepare.ts';
import type { Progress } from './progress.ts';
import { type ReportHead, writeReport } from './report.ts';
import { BUNDLED, codeOf, digest } from './version.ts';

/** Files that are made together, and made again when something they depend on changed. */
export interface Group {
  name: string;
  /** Digest of everything the files depend on. */
  digest: string;
  /** The folder, or the file, that is the group's alone; null for a group without files. */
  place: string | null;
  /**
   * Writes the files.
   * @returns what others need to know of them, JSON-able
   */
  make(staging: string): Promise<unknown>;
}

/** Styles and browser scripts. */
export function assetsGroup(): Group {
  return {
    name: 'assets',
    place: 'assets',
    digest: codeOf(...BUNDLED),
    make: (staging) => buildAssets({ outDir: staging }),
  };
}

/** What comes after the pages: indexes and reports. */
export function laterGroups(
  prepared: Prepared,
  articleDigests: string,
  readPage: ReadPage,
  progress: Progress,
): Group[] {
  const groups = [reportGroup(prepared)];
  if (prepared.pagefind.build)
    groups.push(pagefindGroup(prepared.archive, articleDigests, readPage, progress));
  return groups;
}

/** Gives the HTML of a page of this build, rendered now or earlier. */
export type ReadPage = (page: string) => Promise<string>;

/** Word search, oldest article first. */
function pagefindGroup(
  archive: Archive,
  articleDigests: string,
  readPage: ReadPage,
  progress: Progress,
): Group {
  async function* pages(): AsyncGenerator<SearchPage> {
    for (const { path: url } of archive.entries) yield { url, html: await readPage(url) };
  }
  return {
    name: 'pagefind',
    place: 'pagefind',
    digest: digest(articleDigests, codeOf('src/search/pagefind.ts', 'package-lock.json')),
    async make(staging) {
      progress.start('pagefind', archive.entries.length);
      await buildPagefind({
        pages: pages(),
        outDir: path.join(staging, 'pagefind'),
        onProgress: () => progress.tick(1),
      });
      progress.done();
      return null;
    },
  };
}

/** `report.json`: cheap, so made whenever anything changed. */
function reportGroup(prepared: Prepared): Group {
  return {
    name: 'report',
    place: 'report.json',
    digest: '',
    async make(staging) {
      writeReport(
        path.join(staging, 'report.json'),
        reportHead(prepared),
        prepared.problems,
        linesOf(prepared),
      );
      return null;
    },
  };
}

function* linesOf({ repairs, repairTexts }: Prepared): Generator<Uint8Array> {
  for (const { text } of repairs) yield repairTexts.line(text);
}

function reportHead({ archive, facts, pagefind }: Prepared): ReportHead {
  const byRule = (list: readonly { rule: string; count: number }[]) =>
    Object.fromEntries(list.map(({ rule, count }) => [rule, count]));
  return {
    articles: archive.entries.length,
    repairs: byRule(facts.repairs),
    problems: byRule(facts.problems),
    pagefind: { built: pagefind.build, reason: pagefind.reason },
    certificate: facts.certificate,
  };
}

/** Reads pages from the first of some directories that has them. */
export function pageReader(...dirs: string[]): ReadPage {
  return async (page) => {
    for (const dir of dirs.slice(0, -1)) {
      try {
        return await readFile(path.join(dir, page), 'utf8');
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      }
    }
    return readFile(path.join(dirs.at(-1) ?? '', page), 'utf8');
  };
}
