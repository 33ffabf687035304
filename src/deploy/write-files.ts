import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { UserError } from '../errors.ts';
import type { DeployFile } from './host.ts';

/**
 * Writes deployment files.
 * @param roots absolute paths of the folders they go to
 * @param force true: files of the project that a person changed are replaced
 * @returns the paths written, relative to the project
 * @throws {UserError} before anything is written, where such a file would be replaced without `force`
 */
export async function writeDeployFiles(
  files: readonly DeployFile[],
  roots: Record<DeployFile['root'], string>,
  force: boolean,
): Promise<string[]> {
  const targets = files.map((file) => ({ ...file, target: path.join(roots[file.root], file.path) }));
  const changed: string[] = [];
  for (const { root, target, text } of targets) {
    const present = await readFile(target, 'utf8').catch(() => null);
    if (root === 'project' && present !== null && present !== text) changed.push(target);
  }
  if (changed.length && !force)
    throw new UserError(
      `${changed.join(', ')}: already there and different; compare them yourself, or replace them with --force`,
    );
  for (const { target, text } of targets) {
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, text);
  }
  return targets.map(({ target }) => path.relative(roots.project, target));
}
