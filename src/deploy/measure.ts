import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { articleCount } from '../packages/article-count.ts';

/** Files and bytes of a part of a site. */
export interface Share {
  files: number;
  bytes: number;
}

/** A file and its length. */
export interface FileSize {
  path: string;
  bytes: number;
}

/** Files that do not grow with the archive: what is cut into parts before it gets too large, and articles, each of which is as long as it is. */
const STEADY = /^(?:articles(?:-\d+)?\.jsonl\.gz$|offline\/packs\/|sitemap(?:\.xml$|\/)|\d{4}\/|undated\/)/;

/** Counts of everything that hosts limit. */
export interface SiteMeasures {
  articles: number;
  files: number;
  bytes: number;
  largestFile: FileSize;
  /** The largest file that grows with the archive. */
  largestGrowing: FileSize;
  /** The folder that holds most files directly; `.` for the root. */
  fullestFolder: { path: string; files: number };
  /** By first folder: years together as `articles`, files of the root as `.`. */
  shares: Map<string, Share>;
}

/**
 * Counts a built site.
 * @throws {UserError} where the folder holds none
 */
export async function measureSite(dir: string): Promise<SiteMeasures> {
  const measures: SiteMeasures = {
    articles: await articleCount(dir),
    files: 0,
    bytes: 0,
    largestFile: { path: '', bytes: 0 },
    largestGrowing: { path: '', bytes: 0 },
    fullestFolder: { path: '.', files: 0 },
    shares: new Map(),
  };
  await walk(dir, '', measures);
  return measures;
}

async function walk(dir: string, relative: string, measures: SiteMeasures): Promise<void> {
  let here = 0;
  for (const entry of await readdir(path.join(dir, relative), { withFileTypes: true })) {
    const file = relative ? `${relative}/${entry.name}` : entry.name;
    if (entry.isDirectory()) await walk(dir, file, measures);
    if (!entry.isFile()) continue;
    const { size } = await stat(path.join(dir, file));
    here += 1;
    measures.files += 1;
    measures.bytes += size;
    if (size > measures.largestFile.bytes) measures.largestFile = { path: file, bytes: size };
    if (size > measures.largestGrowing.bytes && !STEADY.test(file))
      measures.largestGrowing = { path: file, bytes: size };
    const share = measures.shares.get(part(file)) ?? { files: 0, bytes: 0 };
    measures.shares.set(part(file), { files: share.files + 1, bytes: share.bytes + size });
  }
  if (here > measures.fullestFolder.files) measures.fullestFolder = { path: relative || '.', files: here };
}

function part(file: string): string {
  const [first = '', ...rest] = file.split('/');
  return rest.length === 0 ? '.' : /^\d{4}$/.test(first) ? 'articles' : first;
}
