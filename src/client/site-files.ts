import { pageUrl } from './search/page-url.ts';

/** Gives a file of the site, by its path from the root, unescaped. */
export type ReadFile = (path: string, signal?: AbortSignal) => Promise<Uint8Array>;

/**
 * The site's files as the page may read them.
 * @param root address of the site's root, with its slash
 */
export function siteFiles(root: string): ReadFile {
  return async (path, signal) => {
    const response = await fetch(pageUrl(path, root), signal ? { signal } : {});
    if (!response.ok) throw new Error(`${path}: HTTP ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  };
}
