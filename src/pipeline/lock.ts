import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { reasonOf, UserError } from '../errors.ts';
import { isMount, realPath } from './output.ts';

/** The right to write to an output directory, and a folder for what is not finished. */
export interface Workshop extends Disposable {
  /** An empty folder on the same file system as the output, of this build alone. */
  staging: string;
}

/** Workers of a killed build may still be writing for a moment. */
const REMOVAL = { recursive: true, force: true, maxRetries: 5, retryDelay: 200 };

/**
 * Claims an output directory for this build. What a killed build left behind is removed.
 * @throws {UserError} where another build is at work on it, or the folder cannot be made
 */
export function openWorkshop(outDir: string): Workshop {
  const real = realPath(outDir);
  // A rename needs one file system: a mounted output is staged inside itself.
  const dir = isMount(outDir)
    ? path.join(real, '.building')
    : path.join(path.dirname(real), `.${path.basename(real)}.building`);
  const lock = path.join(dir, 'lock');
  const owner = readOwner(lock);
  if (owner !== null && owner !== process.pid && isAlive(owner))
    throw new UserError(
      `${outDir}: another build (process ${owner}) is at work on it; wait for it, or remove ${dir} if that process is no build`,
    );
  const prepared = `${dir}.${process.pid}`;
  const staging = path.join(dir, String(process.pid));
  try {
    rmSync(dir, REMOVAL);
    mkdirSync(path.join(prepared, String(process.pid)), { recursive: true });
    removeUnfinished(dir);
    writeFileSync(path.join(prepared, 'lock'), String(process.pid));
    // Of two builds that start at the same moment one wins: a rename onto a folder that holds something fails.
    renameSync(prepared, dir);
  } catch (cause) {
    if (existsSync(prepared)) rmSync(prepared, { recursive: true, force: true });
    if (readOwner(lock) !== null)
      throw new UserError(`${outDir}: another build has just begun to work on it; wait for it`, { cause });
    throw new UserError(
      `${dir}: cannot be made (${reasonOf(cause)}); a build needs to write beside its output, choose another --out`,
      { cause },
    );
  }
  return { staging, [Symbol.dispose]: () => rmSync(dir, REMOVAL) };
}

/** Removes what builds left that were killed before they had claimed the output. */
function removeUnfinished(dir: string): void {
  for (const name of readdirSync(path.dirname(dir))) {
    const [, owner] = name.split(`${path.basename(dir)}.`);
    if (owner && !isAlive(Number(owner))) rmSync(`${dir}.${owner}`, { recursive: true, force: true });
  }
}

function readOwner(lock: string): number | null {
  try {
    return Number(readFileSync(lock, 'utf8')) || null;
  } catch {
    return null;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
