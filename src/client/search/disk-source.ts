import { type DiskContent, type DiskPacks, diskScript, TEXT_LIST } from '../../offline/disk-layout.ts';
import type { IndexSource } from '../../search/gram/index-files.ts';
import { PromiseCache } from '../../search/gram/promise-cache.ts';
import { runScript } from '../shared/run-script.ts';
import { siteUrl } from '../shared/site-url.ts';

/** Packs of texts that are kept: the next page of results is often in one of them. */
const MOST_PACKS = 24;

/**
 * Reads the index and the texts of the articles through classic scripts.
 * @param root address of the site's root, with its slash
 */
export function diskSource(root: string): IndexSource {
  const packs = new PromiseCache<DiskContent>(MOST_PACKS);

  async function run(name: string): Promise<DiskContent> {
    await runScript(siteUrl(diskScript(name), root));
    const content = window.jiuwenDisk?.[name];
    if (content === undefined) throw new Error(`${name} is empty`);
    delete window.jiuwenDisk?.[name];
    return content;
  }
  const kept = (name: string) => packs.get(name, () => run(name));

  return {
    async file(path) {
      const content = await run(path);
      if (typeof content !== 'string') throw new Error(`${path} is no file`);
      return Uint8Array.from(atob(content), (unit) => unit.charCodeAt(0));
    },
    async page(path) {
      const list = await kept(TEXT_LIST);
      if (!Array.isArray(list)) throw new Error(`${TEXT_LIST} is no list`);
      const pack = await kept(packOf(list, path));
      const text = typeof pack === 'object' && !Array.isArray(pack) ? pack[path] : undefined;
      if (!text) throw new Error(`${path} is in no pack`);
      return { ...text, tags: text.topics };
    },
  };
}

/** Name of the last pack whose first path is not greater than a path: the only one that may hold it. */
export const packOf = (packs: DiskPacks, path: string): string =>
  (packs.findLast(([first]) => first <= path) ?? packs[0])?.[1] ?? '';
