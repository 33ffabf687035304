import { isUtf8 } from 'node:buffer';
import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { reasonOf, UserError } from '../errors.ts';
import type { Problem } from '../types.ts';

/** Endings of files that are articles. */
const ARTICLE = /\.(?:md|markdown|mdown)$/i;
/** Folders that are never content. */
const SKIPPED = new Set(['node_modules']);

/** Files that tell about the archive: nothing of theirs is published. */
const SETTINGS = new Set(['archive.yml', 'topics.yml']);

/** A file, and what tells whether it changed without reading it. */
export interface SourceFile {
  /** Relative to the content directory, `/`-separated. */
  file: string;
  size: number;
  /** Milliseconds; with size, change time and inode what git's index goes by too. */
  mtime: number;
  ctime: number;
  inode: number;
}

/** The files of a content directory, in code unit order, and the entries that are left out, with their reasons. */
export interface Scan {
  /** The articles. */
  files: SourceFile[];
  /** All others: pictures, and whatever else articles may refer to. */
  media: SourceFile[];
  problems: Problem[];
}

/**
 * Finds the files below a content directory: hidden files and folders are passed over, links are followed where they lead to
 * something in the directory, each folder once.
 * @throws {UserError} where the directory cannot be read
 */
export function scan(contentDir: string): Scan {
  const found: Scan = { files: [], media: [], problems: [] };
  const visited = new Set<string>();
  const walk = (folder: string, root: string): void => {
    const dir = path.join(contentDir, folder);
    const { dev, ino } = statSync(dir);
    if (visited.has(`${dev}:${ino}`)) return;
    visited.add(`${dev}:${ino}`);
    for (const entry of readdirSync(dir, { withFileTypes: true })) {
      if (entry.name.startsWith('.') || SKIPPED.has(entry.name)) continue;
      const file = folder ? `${folder}/${entry.name}` : entry.name;
      const what = lookAt(entry, dir, file, root);
      if (what === 'folder') walkBelow(file, root);
      else if (what && 'rule' in what) found.problems.push(what);
      else if (what) (ARTICLE.test(what.file) ? found.files : found.media).push(what);
    }
  };
  const walkBelow = (folder: string, root: string): void => {
    try {
      walk(folder, root);
    } catch (cause) {
      const message = `Unexpected ${reasonOf(cause)}, expected a folder that can be read; its articles are left out: check its permissions`;
      found.problems.push(leftOut(folder, 'unreadable-folder', message));
    }
  };
  try {
    walk('', realpathSync(contentDir));
  } catch (cause) {
    throw new UserError(
      `${contentDir}: cannot be read as a content directory (${reasonOf(cause)}); name one with --content DIR`,
      { cause },
    );
  }
  for (const list of [found.files, found.media]) list.sort((a, b) => (a.file < b.file ? -1 : 1));
  return found;
}

/** Tells what an entry of a folder is: a file, a folder, something that is left out with its reason, or nothing of ours. */
function lookAt(
  entry: Dirent,
  dir: string,
  file: string,
  root: string,
): SourceFile | Problem | 'folder' | null {
  const absolute = path.join(dir, entry.name);
  // The name as Node gives it where it is no UTF-8: nothing is there under it.
  const isGarbled = entry.name.includes('\ufffd');
  const isArticle = ARTICLE.test(entry.name);
  if (entry.isDirectory() && !isGarbled) return 'folder';
  if (SETTINGS.has(file)) return null;
  try {
    if (entry.isSymbolicLink() && !isWithin(realpathSync(absolute), root))
      return leftOut(
        file,
        'outside-link',
        'Unexpected link that leads out of the content directory, expected one inside; it is not followed: copy what it leads to',
      );
    const stats = statSync(absolute);
    if (stats.isDirectory()) return 'folder';
    if (!stats.isFile())
      return softly(
        leftOut(file, 'no-file', 'Unexpected pipe, socket or device, expected a file; it is left out'),
        isArticle,
      );
    return { file, size: stats.size, mtime: stats.mtimeMs, ctime: stats.ctimeMs, inode: stats.ino };
  } catch (cause) {
    if (isGarbled)
      return softly(
        leftOut(
          file,
          'file-name',
          `Unexpected name that is no UTF-8${guesses(dir)}, expected one; it is left out: rename it, for instance with convmv -f gbk -t utf-8`,
        ),
        isArticle || entry.isDirectory(),
      );
    const message = `Unexpected ${reasonOf(cause)}, expected a readable file; it is left out: mend or delete it`;
    // A link that leads nowhere: what refers to it is told that it is missing.
    return isArticle ? leftOut(file, 'unreadable-file', message) : null;
  }
}

const leftOut = (file: string, rule: string, message: string): Problem => ({
  file,
  line: 0,
  column: 0,
  severity: 'error',
  rule,
  message,
});

/** No article is lost with another file. */
const softly = (problem: Problem, isArticle: boolean): Problem =>
  isArticle ? problem : { ...problem, severity: 'warning' };

/** True for a path itself and everything below it. */
export function isWithin(place: string, parent: string): boolean {
  const way = path.relative(parent, place);
  return way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way);
}

/** The names of a folder that are no UTF-8, as they read in GB18030: what an archive unpacked on another system usually holds. */
function guesses(dir: string): string {
  const names = readdirSync(dir, { encoding: 'buffer' }).filter((name) => !isUtf8(name));
  const texts = names.map((name) => `«${new TextDecoder('gb18030').decode(name)}»`);
  return texts.length > 0 ? ` (in GBK ${texts.slice(0, 3).join(', ')})` : '';
}
