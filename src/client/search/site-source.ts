import type { IndexSource } from '../../search/gram/index-files.ts';
import { siteUrl } from '../shared/site-url.ts';
import { diskSource } from './disk-source.ts';
import { readPage } from './read-page.ts';

/**
 * The index and the articles as the page may read them: over the net, or from a disk where the page itself was opened from one.
 * A zip that was unpacked on a server has the index as scripts alone: what the server does not have is looked for there.
 * @param root address of the site's root, with its slash
 */
export function siteSource(root: string): IndexSource {
  const disk = diskSource(root);
  if (location.protocol === 'file:') return disk;
  return {
    async file(path) {
      const response = await fetch(siteUrl(path, root));
      if (response.status === 404) return disk.file(path);
      return new Uint8Array(await ok(response).arrayBuffer());
    },
    page: async (path, signal) =>
      readPage(await ok(await fetch(siteUrl(path, root), { signal: signal ?? null })).text()),
  };
}

function ok(response: Response): Response {
  if (!response.ok) throw new Error(`${response.url}: HTTP ${response.status}`);
  return response;
}
