import { type Hit as Found, open, type Results } from '../../search/gram/search.ts';
import type { PageText } from '../../search/gram/verify.ts';
import { siteFiles } from '../site-files.ts';
import type { Engine, Facet, Filters, Hit, Request, Result } from './engine.ts';
import { markedStrings } from './marks.ts';
import { readPage } from './read-page.ts';

/** So many times the hits shown are checked so that the total is exact; beyond it the total is an estimate. */
const CHECKED = 2;
/** Hits that fill a screen: shown before the others are checked. Authors and topics offered are theirs, so that what stands above them stays. */
const FIRST = 8;
/** Articles whose topics are remembered. */
const MOST_TOPICS = 1000;

/**
 * Exact search over the files in `search/`. Nothing is loaded before the first search.
 * @param root address of the site's root, with its slash
 */
export function gramEngine(root: string): Engine {
  /** Path of a page by its bytes, and topics by path: a page names its topics, the index only looks for them. */
  const read = siteFiles(root);
  const paths = new WeakMap<Uint8Array, string>();
  const topics = new Map<string, string[]>();

  async function load(name: string): Promise<Uint8Array> {
    const bytes = await read(name);
    paths.set(bytes, name);
    return bytes;
  }

  function textOf(bytes: Uint8Array): PageText {
    const page = readPage(new TextDecoder().decode(bytes));
    if (topics.size >= MOST_TOPICS) topics.clear();
    topics.set(paths.get(bytes) ?? '', page.topics);
    return page;
  }

  const gram = open({ load, textOf, directory: 'search/' });

  /** A search's answer for the page, with the matches of every year where a year or month is chosen. */
  function answer(found: Results, everyYear: Results | null, { year, month }: Filters): Result {
    const first = found.hits.slice(0, FIRST);
    const whole = first.length === found.total;
    const values = (of: (hit: Found) => readonly string[]) => counted(first.flatMap(of), whole);
    return {
      total: found.total,
      exact: found.exact,
      searchable: found.searchable,
      facets: {
        years: byYear(everyYear ?? found),
        months: year ? byMonth(month ? (everyYear ?? found) : found, year) : [],
        authors: values((hit) => [hit.author]),
        topics: values((hit) => topics.get(hit.path) ?? []),
      },
      hits: found.hits.map(toHit),
    };
  }

  return {
    prepare: () => gram.prepare(),
    async search({ query, filters, sort, limit, offset, signal, early }: Request): Promise<Result> {
      const { year, month, ...others } = filters;
      const options = { sort, signal, limit, offset, verifyUpTo: limit * CHECKED };
      const everyYear =
        year || month ? gram.search(query, { ...options, limit: 0, filters: others }) : Promise.resolve(null);
      let done = false;
      const show = async (found: Results) => {
        const every = await everyYear.catch(() => null);
        if (!done && !signal.aborted) early?.(answer(found, every, filters));
      };
      const own = gram.search(query, { ...options, filters, early: early && { hits: FIRST, show } });
      const [found, every] = await Promise.all([own, everyYear]);
      done = true;
      return answer(found, every, filters);
    },
  };
}

function byYear({ months }: Results): Facet[] {
  const years = new Map<string, number>();
  for (const { month, count } of months) {
    const year = month.slice(0, 4);
    if (year && count > 0) years.set(year, (years.get(year) ?? 0) + count);
  }
  return [...years];
}

function byMonth({ months }: Results, year: string): Facet[] {
  return months.filter(({ month }) => month.startsWith(year)).map(({ month, count }) => [month, count]);
}

/** Values by frequency; how frequent is known only where `whole`, when all matches have been looked at. */
function counted(values: readonly string[], whole: boolean): Facet[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const sorted = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return sorted.map(([value, count]) => [value, whole ? count : null]);
}

function toHit({ path, title, titleMarks, author, date, excerpts, passage }: Found): Hit {
  const [first = { text: '', marks: [] }] = excerpts;
  return {
    path,
    title: { text: title, marks: titleMarks },
    author,
    date: date || null,
    excerpt: first,
    place: passage === null ? null : { passage, strings: markedStrings(excerpts) },
  };
}
