import { mkdir, readdir, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { UserError } from '../errors.ts';

/** Marks a directory as one that a build may empty. */
const MARKER = '.jiuwen';
const MARKER_TEXT = 'Made by Jiuwen. The next build replaces everything in this folder.\n';

/**
 * Makes sure that a build may write to a directory: it is missing, empty, or was made by an earlier build.
 * @throws {UserError} where it holds anything else, because publishing removes what the build did not make
 */
export async function claimOutput(outDir: string, contentDir: string): Promise<void> {
  const inside = path.relative(outDir, contentDir);
  if (!inside.startsWith('..') && !path.isAbsolute(inside))
    throw new UserError(
      `${outDir}: the output may not be the content directory or hold it; choose another --out`,
    );
  try {
    const names = await readdir(outDir);
    if (names.length === 0 || names.includes(MARKER)) return;
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT') return;
    throw new UserError(`${outDir}: cannot be used for the output (${message})`, { cause });
  }
  throw new UserError(
    `${outDir}: is not empty and was not made by Jiuwen; choose another --out or empty it yourself`,
  );
}

/** Marks the output directory as ours. */
export async function markOutput(outDir: string): Promise<void> {
  await mkdir(outDir, { recursive: true });
  await writeFile(path.join(outDir, MARKER), MARKER_TEXT);
}

/** Where a build writes before it publishes: beside the output, so that files move there by a rename. */
export const stagingDir = (outDir: string): string =>
  path.join(path.dirname(outDir), `.${path.basename(outDir)}.building`);

/**
 * Moves the finished tree into the output directory and removes what is gone. Each file appears whole or not at all.
 * @returns number of files and bytes of the published tree
 */
export async function publish(staging: string, outDir: string): Promise<{ files: number; bytes: number }> {
  await markOutput(outDir);
  const fresh = new Set([MARKER]);
  let bytes = 0;
  for await (const { relative, size } of tree(staging)) {
    const target = path.join(outDir, relative);
    await mkdir(path.dirname(target), { recursive: true });
    await replace(path.join(staging, relative), target);
    fresh.add(relative);
    bytes += size;
  }
  for await (const { relative } of tree(outDir))
    if (!fresh.has(relative)) await rm(path.join(outDir, relative));
  await removeEmptyFolders(outDir);
  await rm(staging, { recursive: true, force: true });
  return { files: fresh.size - 1, bytes };
}

/** A folder where a file should be, or the other way round, is left over from another build. */
async function replace(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code !== 'EISDIR' && code !== 'ENOTEMPTY') throw cause;
    await rm(to, { recursive: true });
    await rename(from, to);
  }
}

/** All files of a tree with their sizes. */
async function* tree(root: string): AsyncGenerator<{ relative: string; size: number }> {
  for (const entry of await readdir(root, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    const relative = path.relative(root, file);
    yield { relative, size: (await stat(file)).size };
  }
}

async function removeEmptyFolders(dir: string): Promise<void> {
  const entries = await readdir(dir, { withFileTypes: true });
  for (const entry of entries) if (entry.isDirectory()) await removeEmptyFolders(path.join(dir, entry.name));
  if ((await readdir(dir)).length === 0) await rmdir(dir);
}
