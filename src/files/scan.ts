import { isUtf8 } from 'node:buffer';
import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { reasonOf, UserError } from '../errors.ts';
import type { Problem } from '../types.ts';
import { leftOutBy } from './ignore.ts';

/** Endings of files that are articles. */
const ARTICLE = /\.(?:md|markdown|mdown|mdx)$/i;
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
  /** The article files. */
  files: SourceFile[];
  /** All others: pictures and whatever else articles may refer to. */
  media: SourceFile[];
  problems: Problem[];
}

/**
 * Finds the files below a content directory: hidden files and folders are passed over, links are followed where they lead to
 * something in the directory, each folder once.
 * @param ignored patterns of what is left out, as in a `.gitignore`
 * @throws {UserError} where the directory cannot be read
 */
export function scan(contentDir: string, ignored: readonly string[] = []): Scan {
  const found: Scan = { files: [], media: [], problems: [] };
  const isLeftOut = leftOutBy(ignored);
  const visited = new Set<string>();
  const walk = (folder: string, root: string): void => {
    const dir = path.join(contentDir, folder);
    const { dev, ino } = statSync(dir);
    if (visited.has(`${dev}:${ino}`)) return;
    visited.add(`${dev}:${ino}`);
    for (const entry of readdirSync(dir, { withFileTypes: true })) {
      if (entry.name.startsWith('.')) continue;
      const file = folder ? `${folder}/${entry.name}` : entry.name;
      if (!entry.name.includes('\ufffd') && isLeftOut(entry.isDirectory() ? `${file}/` : file)) {
        if (ARTICLE.test(entry.name) && entry.isFile()) found.problems.push(noArticle(file));
        continue;
      }
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
  // No article is lost with another file.
  const severity = isArticle || entry.isDirectory() ? 'error' : 'warning';
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
      return leftOut(
        file,
        'no-file',
        'Unexpected pipe, socket or device, expected a file; it is left out',
        severity,
      );
    return { file, size: stats.size, mtime: stats.mtimeMs, ctime: stats.ctimeMs, inode: stats.ino };
  } catch (cause) {
    if (isGarbled)
      return leftOut(
        file,
        'file-name',
        // Of pictures there may be thousands, and to guess means to list the folder.
        `Unexpected name that is no UTF-8${severity === 'error' ? guesses(dir) : ''}, expected one; it is left out: rename it, for instance with convmv -f gbk -t utf-8`,
        severity,
      );
    const message = `Unexpected ${reasonOf(cause)}, expected a readable file; it is left out: mend or delete it`;
    return isArticle ? leftOut(file, 'unreadable-file', message) : null;
  }
}

/** Files that tell about the archive. */
const SETTINGS = new Set(['archive.yml', 'topics.yml', 'authors.yml']);

const noArticle = (file: string): Problem => ({
  ...leftOut(
    file,
    'no-article',
    `Unexpected file that by its name is no article, expected one; it is left out: \`ignore: ["!${file}"]\` in archive.yml brings it back`,
  ),
  severity: 'info',
});

const leftOut = (
  file: string,
  rule: string,
  message: string,
  severity: Problem['severity'] = 'error',
): Problem => ({
  file,
  line: 0,
  column: 0,
  severity,
  rule,
  message,
});

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
