import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from '../pipeline/build.ts';
import { silent } from '../progress.ts';

/** A website built for a test. */
export interface FixtureSite {
  /** Directory of the built site. */
  dir: string;
  /** Deletes all that was made. */
  remove(): Promise<void>;
}

/**
 * Builds a whole site, search included, from content files.
 * @param files text by path relative to the content directory
 */
export async function buildFixtureSite(files: Record<string, string>): Promise<FixtureSite> {
  const root = await mkdtemp(path.join(tmpdir(), 'jiuwen-fixture-'));
  const remove = () => rm(root, { recursive: true, force: true });
  const contentDir = path.join(root, 'content');
  const dir = path.join(root, 'dist');
  try {
    for (const [name, text] of Object.entries(files)) {
      const file = path.join(contentDir, name);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, text);
    }
    await build({ contentDir, outDir: dir, cacheDir: null, progress: silent });
  } catch (cause) {
    await remove();
    throw cause;
  }
  return { dir, remove };
}
