import { diskFiles } from './disk-files.ts';
import { pageUrl } from './search/page-url.ts';

/** Gives a file of the site, by its path from the root, unescaped. */
export type ReadFile = (path: string, signal?: AbortSignal) => Promise<Uint8Array>;

/**
 * The site's files as the page may read them: over the net, or from a disk where the page itself was opened from one.
 * From a disk there are the files of the exact index and the texts of the articles only. A zip that was unpacked on a
 * server has the index as scripts alone: what the server does not have is looked for there.
 * @param root address of the site's root, with its slash
 */
export function siteFiles(root: string): ReadFile {
  const fromDisk = diskFiles(root);
  if (location.protocol === 'file:') return fromDisk;
  return async (path, signal) => {
    const response = await fetch(pageUrl(path, root), signal ? { signal } : {});
    if (response.ok) return new Uint8Array(await response.arrayBuffer());
    if (response.status === 404 && path.endsWith('.bin')) return fromDisk(path, signal);
    throw new Error(`${path}: HTTP ${response.status}`);
  };
}
