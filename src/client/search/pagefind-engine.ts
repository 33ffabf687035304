import type { Engine, Facet, Filters, Hit, Request, Result } from './engine.ts';
import { excerptAround } from './excerpt.ts';

/** What this module uses of `pagefind.js` 1.6. */
interface Pagefind {
  search(query: string | null, options: PagefindOptions): Promise<PagefindResponse>;
  /** Loads all filter indexes: afterwards every response counts its matches by filter value. */
  filters(): Promise<Counts>;
  destroy(): Promise<void>;
}
interface PagefindOptions {
  filters: Filters;
  sort: { date?: 'asc' | 'desc' };
}
interface PagefindResponse {
  results: { data(): Promise<Fragment> }[];
  /** Counts under all conditions. */
  filters: Counts;
  /** Counts under the query alone. */
  totalFilters: Counts;
}
type Counts = Record<string, Record<string, number>>;
interface Loaded {
  pagefind: Pagefind;
  /** Pages of the whole archive by filter value. */
  all: Counts;
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
export function pagefindEngine(bundle: string): Engine {
  let attempt = 0;
  let loading: Promise<Loaded> | null = null;

  /** One shared load; a failed one is forgotten, so that the next search tries again. */
  function load(): Promise<Loaded> {
    loading ??= start(`${bundle}pagefind.js${attempt++ ? `?retry=${attempt}` : ''}`).catch((cause) => {
      loading = null;
      throw cause;
    });
    return loading;
  }

  return {
    async search(request) {
      request.signal.throwIfAborted();
      const loaded = await load();
      request.signal.throwIfAborted();
      return await ask(loaded, request);
    },
  };
}

/** Loads Pagefind and its filters. A browser may remember a module that failed to load by its address: `url` differs by attempt. */
async function start(url: string): Promise<Loaded> {
  const pagefind: Pagefind = await import(url);
  try {
    return { pagefind, all: await pagefind.filters() };
  } catch (cause) {
    await pagefind.destroy();
    throw cause;
  }
}

async function ask({ pagefind, all }: Loaded, request: Request): Promise<Result> {
  const { query, filters, sort, limit, offset, signal } = request;
  const search = (conditions: Filters) =>
    pagefind.search(query || null, { filters: conditions, sort: SORTS[sort] });
  const response = await search(filters);
  signal.throwIfAborted();

  /** Counts under some of the conditions. Pagefind gives those under all or none; others take another search. */
  const countsUnder = async (conditions: Filters): Promise<Counts> => {
    const kept = Object.keys(conditions).length;
    if (kept === Object.keys(filters).length) return response.filters;
    if (kept > 0) return (await search(conditions)).filters;
    return query ? response.totalFilters : all;
  };
  const { author, ...time } = filters;
  const years = await countsUnder(author ? { author } : {});
  const authors = await countsUnder(time);

  const wanted = response.results.slice(offset, offset + limit);
  const fragments = await Promise.all(wanted.map((result) => result.data()));
  signal.throwIfAborted();
  return {
    total: response.results.length,
    exact: true,
    facets: {
      years: facets(years.year).sort(([a], [b]) => (a < b ? -1 : 1)),
      authors: facets(authors.author).sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)),
    },
    hits: fragments.map(toHit),
  };
}

function facets(counts: Record<string, number> = {}): Facet[] {
  return Object.entries(counts).filter(([, count]) => count > 0);
}

/** Id of the element that holds an article's text: what stands above it (title, author) is searched, but not quoted. */
const TEXT_ID = 'text';

function toHit({ raw_url, raw_content, weighted_locations, anchors, meta }: Fragment): Hit {
  const matches = weighted_locations.map(({ location, balanced_score }) => ({
    at: location,
    score: balanced_score,
  }));
  const from = anchors.find(({ id }) => id === TEXT_ID)?.location;
  return {
    path: raw_url,
    title: meta.title ?? raw_url,
    author: meta.author ?? '',
    date: meta.date ?? null,
    excerpt: excerptAround(raw_content.split('\u200b'), matches, from),
  };
}
