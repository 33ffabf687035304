import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
} from 'node:fs';
import path from 'node:path';
import { reasonOf, UserError } from '../errors.ts';
import type { SiteTree } from '../files/site-tree.ts';
import type { Changes } from './record.ts';

/**
 * Finds out how publishing a tree is going to change the output.
 * @param kept the files of the site: of ours, all others go
 */
export function changesOf(tree: SiteTree, kept: ReadonlySet<string>): Changes {
  const made = [...tree.made.keys()].sort();
  const isSame = (file: string) =>
    tree.isSame(file) ?? sameBytes(path.join(tree.staging, file), path.join(tree.outDir, file));
  return {
    added: made.filter((file) => !tree.present.has(file)),
    changed: made.filter((file) => tree.present.has(file) && !isSame(file)),
    removed: [...tree.present].filter((file) => !kept.has(file)),
  };
}

/** Joins the changes of a build with those of one before it that was stopped half-way: seen from the tree before both. */
export function joinChanges(stopped: Changes, changes: Changes, after: ReadonlySet<string>): Changes {
  const union = (kind: keyof Changes): string[] => [...new Set([...stopped[kind], ...changes[kind]])].sort();
  const added = union('added').filter((file) => after.has(file));
  const isNew = new Set(added);
  return {
    added,
    changed: union('changed').filter((file) => after.has(file) && !isNew.has(file)),
    removed: union('removed').filter((file) => !after.has(file)),
  };
}

/**
 * Moves finished files into the output and removes files there. Each file appears whole or not at all; a file that did not change is left alone.
 * @throws {UserError} where the output cannot be written; it is then repaired by the next build
 */
export function publish({ staging, outDir }: SiteTree, { added, changed, removed }: Changes): void {
  const moved = new Set<string>();
  try {
    mkdirSync(outDir, { recursive: true });
    // Removing comes first: a file may stand where a folder is to be.
    removeFiles(outDir, removed);
    for (const file of [...added, ...changed])
      if (!moveFolder(staging, outDir, file, moved)) move(path.join(staging, file), path.join(outDir, file));
  } catch (cause) {
    throw new UserError(
      `${outDir}: cannot be written (${reasonOf(cause)}); make room or mend its permissions and build again`,
      { cause },
    );
  }
}

/** Moves a file, also onto another file system that is mounted below the output; it appears there whole or not at all. */
function move(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EXDEV') throw cause;
    const partial = path.join(path.dirname(to), `.${path.basename(to)}.part`);
    copyFileSync(from, partial);
    renameSync(partial, to);
    rmSync(from);
  }
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
