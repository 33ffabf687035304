import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { UserError } from '../errors.ts';

/** Endings of files that are articles. */
const ARTICLE = /\.(?:md|markdown|mdown)$/i;
/** Folders that are never content. */
const SKIPPED = new Set(['node_modules']);

/**
 * Finds the article files below a content directory: hidden files and folders are passed over, links to files and folders are followed once.
 * @returns paths relative to `contentDir`, `/`-separated, in code unit order
 * @throws {UserError} where the directory cannot be read
 */
export async function scan(contentDir: string): Promise<string[]> {
  const files: string[] = [];
  const visited = new Set<string>();
  const walk = async (relative: string): Promise<void> => {
    const { dev, ino } = await stat(path.join(contentDir, relative));
    const identity = `${dev}:${ino}`;
    if (visited.has(identity)) return;
    visited.add(identity);
    for (const entry of await readdir(path.join(contentDir, relative), { withFileTypes: true })) {
      if (entry.name.startsWith('.') || SKIPPED.has(entry.name)) continue;
      const file = relative ? `${relative}/${entry.name}` : entry.name;
      const kind = entry.isSymbolicLink() ? await stat(path.join(contentDir, file)).catch(() => null) : entry;
      if (kind?.isDirectory()) await walk(file);
      else if (kind?.isFile() && ARTICLE.test(entry.name)) files.push(file);
    }
  };
  try {
    await walk('');
  } catch (cause) {
    throw new UserError(
      `${contentDir}: cannot be read as a content directory (${(cause as Error).message}); name one with --content DIR`,
      { cause },
    );
  }
  return files.sort();
}
