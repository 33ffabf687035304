import { file as matcher } from '#bundle/matcher';
import type { Hit as Found, Results } from '../../search/gram/answer.ts';
import { DATED, type Filters, meetsDates, POSTED } from '../../search/gram/filters.ts';
import { markedStrings } from '../../search/gram/marks.ts';
import { open } from '../../search/gram/search.ts';
import { MEANT_FILES, unsealText } from '../../search/meant/meant-files.ts';
import { loadBundle, provide } from './bundles.ts';
import type { Engine, Facet, Hit, Request, Result } from './engine.ts';
import { siteSource } from './site-source.ts';

/** Up to so many candidates are all checked, or twice the hits where a reader goes on, so that the total is exact; with more it is an estimate, unless the index alone tells. */
const CHECKED = 20;
/** A date that is wrong by centuries does not draw as many bars. */
const MOST_YEARS = 200;
/** Hits that fill a screen: shown before the others are checked. Authors and topics offered are theirs, so that what stands above them stays. */
const FIRST = 8;

/**
 * Exact search over the files in `search/`. Nothing is loaded before the first search.
 * @param root address of the site's root, with its slash
 */
function gramEngine(root: string): Engine {
  const source = siteSource(root);
  const gram = open({ ...source, matcher: () => loadBundle('matcher', matcher, root) });
  return {
    prepare: () => gram.prepare(),
    occurrences: (query, path, filters) => gram.occurrences(query, path, filters),
    table: async (name) => unsealText(await source.file(MEANT_FILES[name])),
    digest: () => gram.digest(),
    months: ({ query, signal }) => gram.search(query, { near: false, limit: 0, verifyUpTo: CHECKED, signal }),
    aside: ({ query, filters, signal }) => gram.aside(query, { filters, signal }),
    async search({
      query,
      filters,
      sort,
      limit,
      near = true,
      signal,
      readUpTo,
      early,
    }: Request): Promise<Result> {
      const options = {
        near,
        sort,
        signal,
        limit,
        verifyUpTo: Math.max(CHECKED, limit > FIRST ? limit * 2 : 0),
        ...(readUpTo && { readUpTo }),
      };
      const anytime = DATED.some(({ name }) => filters[name])
        ? gram.search(query, { ...options, near: false, limit: 0, filters: undated(filters) })
        : null;
      let done = false;
      const show = async (found: Results) => {
        const all = await anytime?.catch(() => null);
        if (!done && !signal.aborted) early?.(answer(found, all ?? found, filters));
      };
      const own = gram.search(query, {
        ...options,
        filters,
        early: early && { hits: Math.min(FIRST, limit), show },
      });
      const [found, all] = await Promise.all([own, anytime]);
      done = true;
      return answer(found, all ?? found, filters);
    },
  };
}

/** Filters without those whose values are bars. */
function undated(filters: Filters): Filters {
  const rest = { ...filters };
  for (const { name } of DATED) delete rest[name];
  return rest;
}

/** A search's answer for the page. @param anytime the same search without the filters whose values are bars */
function answer({ months, hits, ...found }: Results, anytime: Results, filters: Filters): Result {
  const facets: Result['facets'] = {};
  DATED.forEach(({ name, ofMonth }, at) => {
    const outer = DATED[at - 1];
    if (outer && !filters[outer.name]) return;
    // Beside the value that is chosen stand the others, counted as if none was.
    const isChosen = DATED.slice(at).some((finer) => filters[finer.name]);
    const values = new Map<string, { value: string; count: number; of: number; exact: boolean }>();
    const { exact } = isChosen ? anytime : found;
    for (const { month, count, of } of withoutGaps(isChosen ? anytime.months : months)) {
      const isInside =
        meetsDates(month, undated(filters)) && (!outer || outer.ofMonth(month) === filters[outer.name]);
      const value = isInside ? ofMonth(month) : '';
      if (!value) continue;
      const before = values.get(value);
      values.set(value, { value, count: count + (before?.count ?? 0), of: of + (before?.of ?? 0), exact });
    }
    facets[name] = [...values.values()];
  });
  const first = hits.slice(0, FIRST);
  for (const { name, valuesOf } of POSTED)
    facets[name] = counted(first.flatMap(valuesOf), first.length === found.total);
  return { ...found, facets, hits: hits.map(toHit) };
}

/** Months in order, those without an article too, up to the ends of the years. */
function withoutGaps(months: Results['months']): Results['months'] {
  const known = new Map(months.map((one) => [one.month, one]));
  const years = [...known.keys()].flatMap((month) => (month === '' ? [] : Number(month.slice(0, 4))));
  const [first = 0, last = -1] = [Math.min(...years), Math.max(...years)];
  const all: Results['months'] = [];
  for (let year = first; year <= Math.min(last, first + MOST_YEARS); year++)
    for (let number = 1; number <= 12; number++) {
      const month = `${String(year).padStart(4, '0')}-${String(number).padStart(2, '0')}`;
      all.push(known.get(month) ?? { month, count: 0, of: 0 });
    }
  return all;
}

/** Values by frequency; how frequent is known only where `whole`, when all matches have been looked at. */
function counted(values: readonly string[], whole: boolean): Facet[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const sorted = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return sorted.map(([value, count]) => ({ value, count: whole ? count : null }));
}

function toHit({ path, title, titleMarks, author, authorMarks, date, excerpts, passage, group }: Found): Hit {
  return {
    path,
    title: { text: title, marks: titleMarks },
    author: { text: author, marks: authorMarks },
    date: date || null,
    excerpts,
    group,
    passage: passage === null ? null : { passage, strings: markedStrings(excerpts) },
  };
}

provide('gram', gramEngine);
