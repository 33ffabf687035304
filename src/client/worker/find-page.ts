import type { SiteStorage } from '../offline/site-storage.ts';
import { site } from './scope.ts';

/** A page that is there without the network, under one of some paths; null where there is none. */
type Find = (storage: SiteStorage, ...paths: string[]) => Promise<Response | null>;

const firstOf =
  (find: (storage: SiteStorage, path: string) => Promise<Response | null>): Find =>
  async (storage, ...paths) => {
    for (const path of paths) {
      const found = await find(storage, path);
      if (found) return found;
    }
    return null;
  };

/** Finds a page of the saved archive. */
export const findSaved = firstOf((storage, path) => storage.saved(path));

/** Finds a page that was read. */
export const findKept = firstOf((storage, path) => storage.find(storage.keptName, path));

/** Finds a page of the worker's own build. */
export const findInShell = firstOf((storage, path) => storage.find(storage.shellName(site.build), path));

/** Finds a page wherever it is. */
export const findAnywhere: Find = async (storage, ...paths) =>
  (await findSaved(storage, ...paths)) ??
  (await findKept(storage, ...paths)) ??
  (await findInShell(storage, ...paths));
