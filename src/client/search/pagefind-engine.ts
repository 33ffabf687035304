import type { Filters } from '../../search/gram/filters.ts';
import { markedStrings } from '../../search/gram/marks.ts';
import { readVolumes } from '../../search/pagefind-volumes.ts';
import type { Hit, Related } from './engine.ts';
import { excerptAround } from './excerpt.ts';

/** The part of `pagefind.js` 1.6 that is used here. */
interface Pagefind {
  mergeIndex(folder: string, options: object): Promise<void>;
  search(query: string, options: { filters: Filters }): Promise<PagefindResponse>;
  destroy(): Promise<void>;
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

/**
 * Word search by Pagefind. Nothing is loaded before the first search.
 * @param bundle address of the `pagefind/` directory, with its slash
 */
export function pagefindEngine(bundle: string): Related {
  let attempt = 0;
  let loading: Promise<Pagefind> | null = null;

  /** One shared load; a failed one is forgotten. */
  function load(): Promise<Pagefind> {
    loading ??= open().catch((cause) => {
      loading = null;
      throw cause;
    });
    return loading;
  }

  /**
   * Loads all volumes. A browser may remember a module that failed to load by its address, which
   * therefore differs by attempt.
   */
  async function open(): Promise<Pagefind> {
    const response = await fetch(`${bundle}volumes.json`);
    if (!response.ok) throw new Error(`${response.url}: HTTP ${response.status}`);
    const [first, ...others] = readVolumes(await response.text());
    if (first === undefined) throw new Error(`${response.url}: no index was made`);
    const pagefind: Pagefind = await import(`${bundle}pagefind.js${attempt++ ? `?retry=${attempt}` : ''}`);
    await Promise.all(others.map((folder) => pagefind.mergeIndex(`${bundle}${folder}/`, {})));
    return pagefind;
  }

  return async ({ query, filters, limit, signal }) => {
    signal.throwIfAborted();
    const pagefind = await load();
    signal.throwIfAborted();
    try {
      // Filters have the names of the documents' `data-pagefind-filter`; others are not asked for (`page.ts`).
      const { results } = await pagefind.search(query, { filters });
      return (await Promise.all(results.slice(0, limit).map((result) => result.data()))).map(toHit);
    } catch (cause) {
      // It remembers that it failed: the next search starts a new one.
      loading = null;
      await pagefind.destroy();
      throw cause;
    }
  };
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
    author: { text: meta.author ?? '', marks: [] },
    date: meta.date ?? null,
    excerpts: [excerpt],
    group: 'near',
    passage: { passage: null, strings: markedStrings([excerpt]) },
  };
}
