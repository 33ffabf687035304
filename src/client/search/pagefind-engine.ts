import type { Filters, Hit, RelatedEngine } from './engine.ts';
import { excerptAround } from './excerpt.ts';
import { markedStrings } from './marks.ts';

/** What this module uses of `pagefind.js` 1.6. */
interface Pagefind {
  search(query: string, options: PagefindOptions): Promise<PagefindResponse>;
  destroy(): Promise<void>;
}
interface PagefindOptions {
  filters: Record<string, string>;
  sort: { date?: 'asc' | 'desc' };
}
interface PagefindResponse {
  results: { data(): Promise<Fragment> }[];
}
interface Fragment {
  raw_url: string;
  /** The page's text, escaped, its words divided by zero-width spaces. */
  raw_content: string;
  weighted_locations: { location: number; balanced_score: number }[];
  /** Elements with an id, and the word they begin at. */
  anchors: { id: string; location: number }[];
  meta: Record<string, string | undefined>;
}

/** Direction of Pagefind's `date` sort; relevance has none. */
const SORTS = { relevance: {}, newest: { date: 'desc' }, oldest: { date: 'asc' } } as const;

/**
 * Word search by Pagefind. Nothing is loaded before the first search.
 * @param bundle address of the `pagefind/` directory, with its slash
 */
export function pagefindEngine(bundle: string): RelatedEngine {
  let attempt = 0;
  let loading: Promise<Pagefind> | null = null;

  /** One shared load; a failed one is forgotten. A browser may remember a module that failed to load by its address, which therefore differs by attempt. */
  function load(): Promise<Pagefind> {
    const url = `${bundle}pagefind.js${attempt++ ? `?retry=${attempt}` : ''}`;
    loading ??= import(url).catch((cause) => {
      loading = null;
      throw cause;
    });
    return loading;
  }

  return {
    async related({ query, filters, sort, limit, offset, signal }) {
      signal.throwIfAborted();
      const pagefind = await load();
      signal.throwIfAborted();
      try {
        const response = await pagefind.search(query, { filters: conditions(filters), sort: SORTS[sort] });
        const wanted = response.results.slice(offset, offset + limit);
        return (await Promise.all(wanted.map((result) => result.data()))).map(toHit);
      } catch (cause) {
        // It remembers that it failed: the next search starts a new one.
        loading = null;
        await pagefind.destroy();
        throw cause;
      }
    },
  };
}

/** The conditions as they are named in the pages' `data-pagefind-filter`. */
function conditions(filters: Filters): Record<string, string> {
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value));
}

/** Id of the element that holds an article's text: what stands above it (title, author) is searched, but not quoted. */
const TEXT_ID = 'text';

function toHit({ raw_url, raw_content, weighted_locations, anchors, meta }: Fragment): Hit {
  const matches = weighted_locations.map(({ location, balanced_score }) => ({
    at: location,
    score: balanced_score,
  }));
  const from = anchors.find(({ id }) => id === TEXT_ID)?.location;
  const excerpt = excerptAround(raw_content.split('\u200b'), matches, from);
  return {
    path: raw_url,
    title: { text: meta.title ?? raw_url, marks: [] },
    author: meta.author ?? '',
    date: meta.date ?? null,
    excerpt,
    place: { passage: null, strings: markedStrings([excerpt]) },
  };
}
