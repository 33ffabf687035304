import { existsSync, readFileSync, renameSync, rmdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { UserError } from '../errors.ts';
import { listFiles, markOutput, treeBytes } from './output.ts';

/** What publishing did to the output, in code unit order. */
export interface Changes {
  added: string[];
  changed: string[];
  removed: string[];
}

/** What is to be published. */
export interface Publication {
  staging: string;
  outDir: string;
  /** What the output is marked with while it is half-way. */
  stamp: string;
  /** The files in the output before. */
  present: ReadonlySet<string>;
  /** Those of them that are to go. */
  gone: readonly string[];
  /** True or false where it is known that a finished file holds what the output's last build wrote there; then it is not read. */
  isKnownSame?: (file: string) => boolean | null;
}

/** What publishing is going to do. */
export function changesOf({
  staging,
  outDir,
  present,
  gone,
  isKnownSame = () => null,
}: Publication): Changes {
  const changes: Changes = { added: [], changed: [], removed: [...gone] };
  for (const file of listFiles(staging))
    if (!present.has(file)) changes.added.push(file);
    else if (!(isKnownSame(file) ?? sameBytes(path.join(staging, file), path.join(outDir, file))))
      changes.changed.push(file);
  return changes;
}

/** What a build did together with one before it that was stopped half-way: seen from the tree before both. */
export function joinChanges(stopped: Changes, changes: Changes, after: readonly string[]): Changes {
  const there = new Set(after);
  const union = (kind: keyof Changes): string[] => [...new Set([...stopped[kind], ...changes[kind]])].sort();
  const added = union('added').filter((file) => there.has(file));
  const isNew = new Set(added);
  return {
    added,
    changed: union('changed').filter((file) => there.has(file) && !isNew.has(file)),
    removed: union('removed').filter((file) => !there.has(file)),
  };
}

/**
 * Moves finished files into the output and removes files there. Each file appears whole or not at all; a file that did not change is left alone.
 * @returns by how many bytes the output grew
 * @throws {UserError} where the output cannot be written; it is then repaired by the next build
 */
export async function publish({ staging, outDir, stamp }: Publication, changes: Changes): Promise<number> {
  const { added, changed, removed } = changes;
  const moved = new Set<string>();
  let growth = 0;
  try {
    await markOutput(outDir, stamp);
    growth -= treeBytes(outDir, removed) + treeBytes(outDir, changed);
    // Removing comes first: a file may stand where a folder is to be.
    removeFiles(outDir, removed);
    for (const file of [...added, ...changed]) {
      const target = path.join(outDir, file);
      if (!moveFolder(staging, outDir, file, moved)) renameSync(path.join(staging, file), target);
      growth += statSync(target).size;
    }
  } catch (cause) {
    throw new UserError(
      `${outDir}: cannot be written (${(cause as Error).message}); make room or mend its permissions and build again`,
      { cause },
    );
  }
  return growth;
}

/**
 * Moves a whole folder where the output has none of that name: a first build then is a few renames, not one a file.
 * @param moved folders moved so far
 * @returns whether the file went with its folder
 */
function moveFolder(staging: string, outDir: string, file: string, moved: Set<string>): boolean {
  for (let end = file.indexOf('/'); end !== -1; end = file.indexOf('/', end + 1)) {
    const folder = file.slice(0, end);
    if (moved.has(folder)) return true;
    const target = path.join(outDir, folder);
    if (existsSync(target)) continue;
    renameSync(path.join(staging, folder), target);
    moved.add(folder);
    return true;
  }
  return false;
}

function sameBytes(a: string, b: string): boolean {
  try {
    return statSync(a).size === statSync(b).size && readFileSync(a).equals(readFileSync(b));
  } catch {
    return false;
  }
}

/** Removes files, and the folders that are empty then. */
function removeFiles(dir: string, files: readonly string[]): void {
  const folders = new Set<string>();
  for (const file of files) {
    rmSync(path.join(dir, file), { force: true });
    for (let end = file.lastIndexOf('/'); end !== -1; end = file.lastIndexOf('/', end - 1))
      folders.add(file.slice(0, end));
  }
  // Deepest first: a longer name never holds a shorter one.
  for (const folder of [...folders].sort((a, b) => b.length - a.length))
    removeIfEmpty(path.join(dir, folder));
}

function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch (cause) {
    const { code = '' } = cause as NodeJS.ErrnoException;
    if (!['ENOTEMPTY', 'EEXIST', 'ENOENT'].includes(code)) throw cause;
  }
}
