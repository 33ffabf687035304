import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { UserError } from '../errors.ts';

/** Marks a directory as one that a build may empty. */
export const MARKER = '.jiuwen';
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
export function markOutput(outDir: string, stamp: string): void {
  mkdirSync(outDir, { recursive: true });
  writeFileSync(path.join(outDir, MARKER), `${MARKER_TEXT}${stamp}\n`);
}

/** The stamp of the output directory; null where it has none. */
export function readStamp(outDir: string): string | null {
  try {
    return readFileSync(path.join(outDir, MARKER), 'utf8').slice(MARKER_TEXT.length).trim();
  } catch {
    return null;
  }
}
