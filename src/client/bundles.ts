import type { Engine, RelatedEngine } from './search/engine.ts';

/** What the bundles that are loaded when wanted hand over: each sets its own entry. */
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

/** Hands over what a bundle is loaded for. */
export function provide<K extends keyof Bundles>(name: K, value: Bundles[K]): void {
  const bundles: Partial<Bundles> = window.jiuwen ?? {};
  bundles[name] = value;
  window.jiuwen = bundles;
}

/** Adds a script to the page, and takes its element away when it has run; settles then. */
export function runScript(src: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = src;
    script.addEventListener('load', () => {
      script.remove();
      resolve();
    });
    script.addEventListener('error', () => {
      script.remove();
      reject(new Error(`${src} cannot be loaded`));
    });
    document.head.append(script);
  });
}

const loading = new Map<keyof Bundles, Promise<unknown>>();

/**
 * Loads a bundle, once. Its file name stands on the script element of `boot`, as `data-<name>`.
 * @throws {Error} where it cannot be loaded; asking again tries again
 */
export async function loadBundle<K extends keyof Bundles>(name: K, root: string): Promise<Bundles[K]> {
  const file = document.querySelector<HTMLElement>('script[data-search]')?.dataset[name];
  const started = loading.get(name) ?? runScript(`${root}assets/${file}`);
  loading.set(name, started);
  try {
    await started;
  } catch (cause) {
    loading.delete(name);
    throw cause;
  }
  const bundles: Partial<Bundles> = window.jiuwen ?? {};
  const found = bundles[name];
  if (!found) throw new Error(`${file} does not provide ${name}`);
  return found;
}
