import type { Hit as Found, Results } from '../../search/gram/answer.ts';
import { DATED, type Filters, POSTED } from '../../search/gram/filters.ts';
import { markedStrings } from '../../search/gram/marks.ts';
import { open } from '../../search/gram/search.ts';
import { provide } from './bundles.ts';
import type { Engine, Facet, Hit, Request, Result } from './engine.ts';
import { siteSource } from './site-source.ts';

/** So many times the hits shown are checked so that the total is exact; beyond it the total is an estimate. */
const CHECKED = 2;
/** Hits that fill a screen: shown before the others are checked. Authors and topics offered are theirs, so that what stands above them stays. */
const FIRST = 8;

/**
 * Exact search over the files in `search/`. Nothing is loaded before the first search.
 * @param root address of the site's root, with its slash
 */
function gramEngine(root: string): Engine {
  const gram = open(siteSource(root));
  return {
    prepare: () => gram.prepare(),
    async search({ query, filters, sort, limit, signal, early }: Request): Promise<Result> {
      const options = { sort, signal, limit, verifyUpTo: limit * CHECKED };
      const dated = DATED.some(({ name }) => filters[name]);
      const undated = { ...filters };
      for (const { name } of DATED) delete undated[name];
      const anytime = dated ? gram.search(query, { ...options, limit: 0, filters: undated }) : null;
      let done = false;
      const show = async (found: Results) => {
        const all = await anytime?.catch(() => null);
        if (!done && !signal.aborted) early?.(answer(found, all ?? found, filters));
      };
      const own = gram.search(query, { ...options, filters, early: early && { hits: FIRST, show } });
      const [found, all] = await Promise.all([own, anytime]);
      done = true;
      return answer(found, all ?? found, filters);
    },
  };
}

/** A search's answer for the page. @param anytime the same search without the filters by date */
function answer(found: Results, anytime: Results, filters: Filters): Result {
  const facets: Result['facets'] = {};
  DATED.forEach(({ name, ofMonth }, at) => {
    const outer = DATED[at - 1];
    if (outer && !filters[outer.name]) return;
    // Beside the value that is chosen stand the others, counted as if none was.
    const chosen = DATED.slice(at).some((finer) => filters[finer.name]);
    const counts = new Map<string, number>();
    for (const { month, count } of (chosen ? anytime : found).months) {
      const value = !outer || outer.ofMonth(month) === filters[outer.name] ? ofMonth(month) : '';
      if (value) counts.set(value, (counts.get(value) ?? 0) + count);
    }
    facets[name] = [...counts].map(([value, count]) => ({ value, count }));
  });
  const first = found.hits.slice(0, FIRST);
  for (const { name, valuesOf } of POSTED)
    facets[name] = counted(first.flatMap(valuesOf), first.length === found.total);
  const { total, exact, searchable } = found;
  return { total, exact, searchable, facets, hits: found.hits.map(toHit) };
}

/** Values by frequency; how frequent is known only where `whole`, when all matches have been looked at. */
function counted(values: readonly string[], whole: boolean): Facet[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const sorted = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return sorted.map(([value, count]) => ({ value, count: whole ? count : null }));
}

function toHit({ path, title, titleMarks, author, date, excerpts, passage }: Found): Hit {
  return {
    path,
    title: { text: title, marks: titleMarks },
    author: { text: author, marks: [] },
    date: date || null,
    excerpts,
    passage: passage === null ? null : { passage, strings: markedStrings(excerpts) },
  };
}

provide('gram', gramEngine);
