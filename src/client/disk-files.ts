import {
  type DiskContent,
  type DiskPacks,
  type DiskText,
  diskScript,
  TEXT_LIST,
} from '../offline/disk-layout.ts';
import { runScript } from './bundles.ts';
import { pageUrl } from './search/page-url.ts';

/** Packs of texts that are kept: the next page of results is often in one of them. */
const MOST_PACKS = 24;

/**
 * Reads the site's files through classic scripts. An article is given as its text (JSON, see `DiskText`), not as its page.
 * @param root address of the site's root, with its slash
 */
export function diskFiles(root: string): (path: string, signal?: AbortSignal) => Promise<Uint8Array> {
  const packs = new Map<string, Promise<DiskContent>>();

  async function run(name: string): Promise<DiskContent> {
    await runScript(pageUrl(diskScript(name), root));
    const content = window.jiuwenDisk?.[name];
    if (content === undefined) throw new Error(`${name} is empty`);
    delete window.jiuwenDisk?.[name];
    return content;
  }

  /** Runs a script unless what it carries is still there. */
  function kept(name: string): Promise<DiskContent> {
    const content = packs.get(name) ?? run(name);
    packs.delete(name);
    packs.set(name, content);
    content.catch(() => packs.delete(name));
    const [oldest] = packs.keys();
    if (packs.size > MOST_PACKS && oldest !== undefined) packs.delete(oldest);
    return content;
  }

  async function textOf(path: string): Promise<DiskText> {
    const list = await kept(TEXT_LIST);
    if (!Array.isArray(list)) throw new Error(`${TEXT_LIST} is no list`);
    const pack = await kept(packOf(list, path));
    const text = typeof pack === 'object' && !Array.isArray(pack) ? pack[path] : undefined;
    if (!text) throw new Error(`${path} is in no pack`);
    return text;
  }

  return async (path, signal) => {
    signal?.throwIfAborted();
    if (path.endsWith('.html')) return new TextEncoder().encode(JSON.stringify(await textOf(path)));
    const content = await run(path);
    if (typeof content !== 'string') throw new Error(`${path} is no file`);
    return Uint8Array.from(atob(content), (unit) => unit.charCodeAt(0));
  };
}

/** Name of the last pack whose first path is not greater than a path: the only one that may hold it. */
export function packOf(packs: DiskPacks, path: string): string {
  let low = 0;
  let high = packs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((packs[middle]?.[0] ?? '') <= path) low = middle + 1;
    else high = middle;
  }
  return packs[Math.max(0, low - 1)]?.[1] ?? '';
}
