import { stat } from 'node:fs/promises';
import path from 'node:path';
import { listFiles } from '../files/list-files.ts';
import { articleCount } from '../packages/records.ts';

/** Files and bytes of a part of a site. */
export interface Share {
  files: number;
  bytes: number;
}

/** A file and its length. */
interface FileSize {
  path: string;
  bytes: number;
}

/** Files that do not grow with the archive: what is cut into parts before it gets too large, and articles, each of which is as long as it is. */
const STEADY =
  /^(?:articles(?:-\d+)?\.jsonl\.gz$|offline\/packs\/|media\/|sitemap(?:\.xml$|\/)|\d{4}\/|undated\/)/;

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
  /** By first folder: years together as `articles`, their Markdown as `twins`, files of the root as `.`. */
  shares: Map<string, Share>;
}

/**
 * Counts a built site.
 * @throws {UserError} where the folder holds none
 */
export async function measureSite(dir: string): Promise<SiteMeasures> {
  const articles = await articleCount(dir);
  const shares = new Map<string, Share>();
  const folders = new Map<string, number>();
  const whole = { files: 0, bytes: 0 };
  let largestFile: FileSize = { path: '', bytes: 0 };
  let largestGrowing = largestFile;
  for (const file of listFiles(dir)) {
    const { size: bytes } = await stat(path.join(dir, file));
    const share = shares.get(part(file)) ?? { files: 0, bytes: 0 };
    shares.set(part(file), share);
    for (const sum of [whole, share]) {
      sum.files += 1;
      sum.bytes += bytes;
    }
    const folder = path.dirname(file);
    folders.set(folder, (folders.get(folder) ?? 0) + 1);
    if (bytes > largestFile.bytes) largestFile = { path: file, bytes };
    if (bytes > largestGrowing.bytes && !STEADY.test(file)) largestGrowing = { path: file, bytes };
  }
  const [fullest = '.', most = 0] = [...folders].sort(([, a], [, b]) => b - a)[0] ?? [];
  const fullestFolder = { path: fullest, files: most };
  return { articles, ...whole, largestFile, largestGrowing, fullestFolder, shares };
}

function part(file: string): string {
  const [first = '', ...rest] = file.split('/');
  if (rest.length > 0 && file.endsWith('.md')) return 'twins';
  return rest.length === 0 ? '.' : /^\d{4}$/.test(first) ? 'articles' : first;
}
