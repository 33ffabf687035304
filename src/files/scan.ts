import { readdirSync, type Stats, statSync } from 'node:fs';
import path from 'node:path';
import { UserError } from '../errors.ts';

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

/** Nothing for what cannot be reached: a link to nothing or to itself, a name that is no UTF-8. Reading such an article then reports it. */
function stateOf(file: string): Stats | undefined {
  try {
    return statSync(file, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/**
 * Finds the article files below a content directory: hidden files and folders are passed over, links are followed, each folder once.
 * @returns in code unit order of `file`
 * @throws {UserError} where the directory cannot be read
 */
export function scan(contentDir: string): SourceFile[] {
  const files: SourceFile[] = [];
  const visited = new Set<string>();
  const walk = (relative: string): void => {
    const dir = path.join(contentDir, relative);
    const { dev, ino } = statSync(dir);
    if (visited.has(`${dev}:${ino}`)) return;
    visited.add(`${dev}:${ino}`);
    const prefix = relative && `${relative}/`;
    for (const entry of readdirSync(dir, { withFileTypes: true })) {
      if (entry.name.startsWith('.') || SKIPPED.has(entry.name)) continue;
      const file = prefix + entry.name;
      const isArticle = ARTICLE.test(entry.name);
      if (entry.isDirectory()) walk(file);
      else if (isArticle || entry.isSymbolicLink()) {
        const stats = stateOf(dir + path.sep + entry.name);
        if (stats?.isDirectory()) walk(file);
        else if (isArticle && (!stats || stats.isFile()))
          files.push({
            file,
            size: stats?.size ?? 0,
            mtime: stats?.mtimeMs ?? 0,
            ctime: stats?.ctimeMs ?? 0,
            inode: stats?.ino ?? 0,
          });
      }
    }
  };
  try {
    walk('');
  } catch (cause) {
    throw new UserError(
      `${contentDir}: cannot be read as a content directory (${(cause as Error).message}); name one with --content DIR`,
      { cause },
    );
  }
  return files.sort((a, b) => (a.file < b.file ? -1 : 1));
}
