import { runScript } from '../shared/run-script.ts';
import type { Engine, RelatedEngine } from './engine.ts';

/** The entries that bundles set which are loaded when wanted: each its own. */
export interface Bundles {
  /**
   * Exact search.
   * @param root address of the site's root, with its slash
   */
  gram(root: string): Engine;
  /**
   * Search by words.
   * @param root address of the site's root, with its slash
   * @param exact the exact search, for what Pagefind does not find
   * @param pagefind whether the site has Pagefind's index
   */
  related(root: string, exact: Engine, pagefind: boolean): RelatedEngine;
}

declare global {
  interface Window {
    jiuwen?: Partial<Bundles>;
  }
}

/** Sets the entry of a bundle. */
export function provide<K extends keyof Bundles>(name: K, value: Bundles[K]): void {
  const bundles: Partial<Bundles> = window.jiuwen ?? {};
  bundles[name] = value;
  window.jiuwen = bundles;
}

/**
 * Loads a bundle. Its file name stands on the script element of `boot`, as `data-<name>`.
 * @throws {Error} where it cannot be loaded; asking again tries again
 */
export async function loadBundle<K extends keyof Bundles>(name: K, root: string): Promise<Bundles[K]> {
  const file = document.querySelector<HTMLElement>('script[data-search]')?.dataset[name];
  await runScript(`${root}assets/${file}`);
  const found = window.jiuwen?.[name];
  if (!found) throw new Error(`${file} has no ${name}`);
  return found;
}
