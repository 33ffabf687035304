import type { matcherOf } from '../../search/gram/matcher.ts';
import { runScript } from '../shared/run-script.ts';
import type { BesideHits } from './beside-hits.ts';
import type { Engine, Related } from './engine.ts';
import type { Study } from './study.ts';

/** The entries that bundles set which are loaded when wanted: each its own. `root` is the address of the site's root, with its slash. */
interface Bundles {
  /** Exact search. */
  gram(root: string): Engine;
  /** Regular expressions. */
  matcher: typeof matcherOf;
  /** What stands beside the hits. */
  beside: BesideHits;
  /** What few ask for. */
  study: Study;
  /** Word search. */
  related(root: string): Related;
  /** Text in the other script. */
  hans(text: string): string;
  hant(text: string): string;
}

declare global {
  interface Window {
    jiuwen?: Partial<Bundles>;
  }
}

/** Sets the entry of a bundle. */
export function provide<K extends keyof Bundles>(name: K, value: Bundles[K]): void {
  window.jiuwen = { ...window.jiuwen, [name]: value };
}

/**
 * Loads a bundle, unless the page has it. Its file name stands on the script element of `boot`, as `data-<name>`.
 * @throws {Error} where it cannot be loaded; asking again tries again
 */
export async function loadBundle<K extends keyof Bundles>(name: K, root: string): Promise<Bundles[K]> {
  const there = window.jiuwen?.[name];
  if (there) return there;
  const file = document.querySelector<HTMLElement>('script[data-search]')?.dataset[name];
  await runScript(`${root}assets/${file}`);
  const found = window.jiuwen?.[name];
  if (!found) throw new Error(`${file} has no ${name}`);
  return found;
}

/** The engines of a page: each is loaded with the first query that needs it. */
export interface Engines extends Engine {
  /** Word search, which no query asks by itself; null where the page has none. */
  related: Related | null;
  beside(): Promise<BesideHits>;
  study(): Promise<Study>;
}

/**
 * @param names names of the engines the site has, space-separated
 * @param root address of the site's root, with its slash
 */
export function lazyEngines(names: string, root: string): Engines {
  const exact = shared(async () => (await loadBundle('gram', root))(root));
  const related = shared(async () => (await loadBundle('related', root))(root));
  // Pagefind loads modules, which browsers refuse from a disk.
  const hasRelated = location.protocol !== 'file:' && names.split(' ').includes('pagefind');
  return {
    prepare: async () => (await exact()).prepare(),
    search: async (request) => (await exact()).search(request),
    months: async (request) => (await exact()).months(request),
    aside: async (request) => (await exact()).aside(request),
    occurrences: async (...asked) => (await exact()).occurrences(...asked),
    digest: async () => (await exact()).digest(),
    table: async (name) => (await exact()).table(name),
    beside: shared(() => loadBundle('beside', root)),
    study: shared(() => loadBundle('study', root)),
    related: hasRelated ? async (request) => (await related())(request) : null,
  };
}

/** Calls `make` once; a failure is forgotten. */
function shared<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null;
  return () => {
    made ??= make().catch((cause) => {
      made = null;
      throw cause;
    });
    return made;
  };
}
