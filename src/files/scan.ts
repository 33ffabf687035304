import { isUtf8 } from 'node:buffer';
import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { reasonOf, UserError } from '../errors.ts';
import type { Problem } from '../types.ts';

/** Endings of files that are articles. */
const ARTICLE = /\.(?:md|markdown|mdown)$/i;
/** Folders that are never content. */
const SKIPPED = new Set(['node_modules']);

/** An article file, and what tells whether it changed without reading it. */
export interface SourceFile {
  /** Relative to the content directory, `/`-separated. */
  file: string;
  size: number;
  /** Milliseconds; with size, change time and inode what git's index goes by too. */
  mtime: number;
  ctime: number;
  inode: number;
}

/** The article files of a content directory, in code unit order, and the entries that are left out, with their reasons. */
export interface Scan {
  files: SourceFile[];
  problems: Problem[];
}

/**
 * Finds the article files below a content directory: hidden files and folders are passed over, links are followed where they lead to
 * something in the directory, each folder once.
 * @throws {UserError} where the directory cannot be read
 */
export function scan(contentDir: string): Scan {
  const found: Scan = { files: [], problems: [] };
  const visited = new Set<string>();
  let root = contentDir;
  const leaveOut = (file: string, rule: string, message: string): void => {
    found.problems.push({ file, line: 0, column: 0, severity: 'error', rule, message });
  };
  const walk = (relative: string): void => {
    const dir = path.join(contentDir, relative);
    const { dev, ino } = statSync(dir);
    if (visited.has(`${dev}:${ino}`)) return;
    visited.add(`${dev}:${ino}`);
    for (const entry of readdirSync(dir, { withFileTypes: true }))
      if (!entry.name.startsWith('.') && !SKIPPED.has(entry.name))
        enter(entry, dir, relative && `${relative}/`);
  };
  const walkBelow = (relative: string): void => {
    try {
      walk(relative);
    } catch (cause) {
      leaveOut(
        relative,
        'unreadable-folder',
        `Unexpected ${reasonOf(cause)}, expected a folder that can be read; its articles are left out: check its permissions`,
      );
    }
  };
  const enter = (entry: Dirent, dir: string, prefix: string): void => {
    const file = prefix + entry.name;
    const absolute = path.join(dir, entry.name);
    if (entry.isDirectory() && !entry.name.includes('\ufffd')) return walkBelow(file);
    const isArticle = ARTICLE.test(entry.name);
    if (!isArticle && !entry.isSymbolicLink() && !entry.isDirectory()) return;
    let stats: ReturnType<typeof statSync>;
    try {
      if (entry.isSymbolicLink() && !isWithin(realpathSync(absolute), root))
        return leaveOut(
          file,
          'outside-link',
          'Unexpected link that leads out of the content directory, expected one inside; what it leads to is not published: copy it there instead',
        );
      stats = statSync(absolute);
    } catch (cause) {
      if (entry.name.includes('\ufffd'))
        return leaveOut(
          file,
          'file-name',
          `Unexpected name that is no UTF-8${guesses(dir)}, expected one; it is left out: rename it, for instance with convmv -f gbk -t utf-8`,
        );
      if (isArticle)
        leaveOut(
          file,
          'unreadable-file',
          `Unexpected ${reasonOf(cause)}, expected a readable file; it is left out: mend or delete it`,
        );
      return;
    }
    if (stats.isDirectory()) return walkBelow(file);
    if (!isArticle) return;
    if (!stats.isFile())
      return leaveOut(file, 'no-file', 'Unexpected pipe, socket or device, expected a file; it is left out');
    found.files.push({
      file,
      size: stats.size,
      mtime: stats.mtimeMs,
      ctime: stats.ctimeMs,
      inode: stats.ino,
    });
  };
  try {
    root = realpathSync(contentDir);
    walk('');
  } catch (cause) {
    throw new UserError(
      `${contentDir}: cannot be read as a content directory (${reasonOf(cause)}); name one with --content DIR`,
      { cause },
    );
  }
  found.files.sort((a, b) => (a.file < b.file ? -1 : 1));
  return found;
}

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
