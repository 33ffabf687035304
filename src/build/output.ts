import { readdirSync, readFileSync, statSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { UserError } from '../errors.ts';
import { digest } from './code.ts';

/** Marks a directory as one that a build may empty. */
const MARKER = '.jiuwen';
const MARKER_TEXT = 'Made by Jiuwen. The next build replaces everything in this folder.\n';

/** True for a directory itself and everything below it. */
function isWithin(dir: string, parent: string): boolean {
  const way = path.relative(parent, dir);
  return way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way);
}

/**
 * Makes sure that a build may write to a directory: it is missing, empty, or was made by an earlier build.
 * @throws {UserError} where it holds anything else, because publishing removes what the build did not make,
 *   and where it stands among the articles, because the next build would read its Markdown twins
 */
export async function claimOutput(outDir: string, contentDir: string): Promise<void> {
  if (isWithin(contentDir, outDir))
    throw new UserError(
      `${outDir}: the output may not be the content directory or hold it; choose another --out`,
    );
  if (isWithin(outDir, contentDir))
    throw new UserError(
      `${outDir}: the output may not stand in the content directory; choose another --out, or move the articles into a folder of their own`,
    );
  let names: string[];
  try {
    names = await readdir(outDir);
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT') return;
    throw new UserError(`${outDir}: cannot be used for the output (${message})`, { cause });
  }
  if (names.length > 0 && !names.includes(MARKER))
    throw new UserError(
      `${outDir}: is not empty and was not made by Jiuwen; choose another --out or empty it yourself`,
    );
}

/**
 * Marks the output directory as ours.
 * @param stamp what state the tree is in, so that a manifest that knows another state is not trusted
 */
export async function markOutput(outDir: string, stamp: string): Promise<void> {
  await mkdir(outDir, { recursive: true });
  await writeFile(path.join(outDir, MARKER), `${MARKER_TEXT}${stamp}\n`);
}

/** The stamp of the output directory; null where it has none. */
export function readStamp(outDir: string): string | null {
  try {
    return readFileSync(path.join(outDir, MARKER), 'utf8').slice(MARKER_TEXT.length).trim();
  } catch {
    return null;
  }
}

/** All files below a directory, `/`-separated, in code unit order, without the marker; none where there is no directory. */
export function listFiles(dir: string): string[] {
  const files: string[] = [];
  const walk = (relative: string): void => {
    for (const entry of readdirSync(path.join(dir, relative), { withFileTypes: true })) {
      const name = relative ? `${relative}/${entry.name}` : entry.name;
      if (entry.isDirectory()) walk(name);
      else if (name !== MARKER) files.push(name);
    }
  };
  try {
    walk('');
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') throw cause;
  }
  return files.sort();
}

/** Digest of a list of files. */
export const listingDigest = (files: readonly string[]): string => digest(files.join('\n'));

/** Bytes of some files of a directory. */
export const treeBytes = (dir: string, files: readonly string[]): number =>
  files.reduce((sum, file) => sum + statSync(path.join(dir, file)).size, 0);

/** What publishing did to the output, in code unit order. */
export interface Changes {
  added: string[];
  changed: string[];
  removed: string[];
}

/**
 * Moves finished files into the output and removes files there. Each file appears whole or not at all; a file that did not change is left alone.
 * @param stamp what the output is marked with while it is half-way
 * @param present the files in the output before
 * @throws {UserError} where the output cannot be written; it is then repaired by the next build
 */
export async function publish(
  staging: string,
  outDir: string,
  stamp: string,
  present: readonly string[],
  remove: readonly string[],
): Promise<Changes> {
  const before = new Set(present);
  const changes: Changes = { added: [], changed: [], removed: [...remove] };
  try {
    await markOutput(outDir, stamp);
    // Removing comes first: a file may stand where a folder is to be.
    for (const file of remove) await rm(path.join(outDir, file), { force: true });
    if (remove.length) await removeEmptyFolders(outDir);
    for (const file of listFiles(staging)) {
      const target = path.join(outDir, file);
      if (!before.has(file)) changes.added.push(file);
      else if (await sameBytes(path.join(staging, file), target)) continue;
      else changes.changed.push(file);
      await mkdir(path.dirname(target), { recursive: true });
      await rename(path.join(staging, file), target);
    }
  } catch (cause) {
    throw new UserError(
      `${outDir}: cannot be written (${(cause as Error).message}); make room or mend its permissions and build again`,
      { cause },
    );
  }
  return changes;
}

async function sameBytes(a: string, b: string): Promise<boolean> {
  try {
    const [left, right] = await Promise.all([readFile(a), readFile(b)]);
    return left.equals(right);
  } catch {
    return false;
  }
}

async function removeEmptyFolders(dir: string): Promise<void> {
  for (const entry of await readdir(dir, { withFileTypes: true }))
    if (entry.isDirectory()) await removeEmptyFolders(path.join(dir, entry.name));
  if ((await readdir(dir)).length === 0) await rmdir(dir);
}
