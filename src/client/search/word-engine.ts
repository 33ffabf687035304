import type { Engine, Hit, Related } from './engine.ts';
import { wordsOf } from './words.ts';

/** Most words whose combinations are tried: the number of searches grows with them. */
const MOST = 5;

/**
 * Search by words where there is no Pagefind: articles that hold all words of the query come first, then those that
 * hold all but one, and so on, through the exact index.
 */
export function wordEngine(exact: Engine): Related {
  return async (request) => {
    const { query, limit, signal } = request;
    const words = wordsOf(query)
      .sort((a, b) => b.length - a.length)
      .slice(0, MOST);
    const found = new Map<string, Hit>();
    for (const some of combinations(words)) {
      if (found.size >= limit) break;
      signal.throwIfAborted();
      const quoted = some.map((word) => `"${word}"`).join(' ');
      const { hits } = await exact.search({ ...request, query: quoted, sort: 'relevance' });
      for (const hit of hits) if (!found.has(hit.path)) found.set(hit.path, hit);
    }
    return [...found.values()].slice(0, limit);
  };
}

/** All combinations of some words, largest first; those that keep the earlier words come first. */
export function combinations(words: readonly string[]): string[][] {
  const subsets: string[][] = [[]];
  for (const word of words) subsets.push(...subsets.map((subset) => [...subset, word]));
  const rank = (subset: string[]) => subset.map((word) => String.fromCharCode(words.indexOf(word))).join('');
  return subsets.slice(1).sort((a, b) => b.length - a.length || (rank(a) < rank(b) ? -1 : 1));
}
