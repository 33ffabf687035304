import { Folder } from '../files/testing.ts';
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
  const folder = new Folder();
  const remove = async () => folder[Symbol.dispose]();
  const [contentDir, dir] = [folder.at('content'), folder.at('dist')];
  for (const [name, text] of Object.entries(files)) folder.write({ [`content/${name}`]: text });
  try {
    await build({ contentDir, outDir: dir, cacheDir: null, progress: silent });
  } catch (cause) {
    await remove();
    throw cause;
  }
  return { dir, remove };
}
