import { loadBundle } from './bundles.ts';
import type { Engine, RelatedEngine } from './engine.ts';

/** Both engines of a page: each is loaded with the first query that needs it. */
export type Engines = Engine & RelatedEngine;

/**
 * @param names names of the engines the site has, space-separated
 * @param root address of the site's root, with its slash
 */
export function lazyEngines(names: string, root: string): Engines {
  const exact = shared(async () => (await loadBundle('gram', root))(root));
  const related = shared(async () => {
    const make = await loadBundle('related', root);
    // Pagefind loads modules, which browsers refuse from a disk.
    const pagefind = location.protocol !== 'file:' && names.split(' ').includes('pagefind');
    return make(root, await exact(), pagefind);
  });
  return {
    prepare: async () => (await exact()).prepare(),
    search: async (request) => (await exact()).search(request),
    related: async (request) => (await related()).related(request),
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
