import { file as beside } from '#bundle/beside';
import { file as gram } from '#bundle/gram';
import { file as relatedFile } from '#bundle/related';
import { file as study } from '#bundle/study';
import type { BesideHits } from './beside-hits.ts';
import { loadBundle } from './bundles.ts';
import type { Engine, Related } from './engine.ts';
import type { Study } from './study.ts';

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
  const exact = shared(async () => (await loadBundle('gram', gram, root))(root));
  const related = shared(async () => (await loadBundle('related', relatedFile, root))(root));
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
    beside: shared(() => loadBundle('beside', beside, root)),
    study: shared(() => loadBundle('study', study, root)),
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
