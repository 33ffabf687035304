import { searchUi as words } from '#locale';
import { readPattern } from '../../search/gram/pattern.ts';
import type { Result } from './engine.ts';
import { type SearchState, setFilters } from './search-state.ts';

/** Most letters of a query that are said again. */
const SAID = 40;

/** What is said of a result. Of a number that is not known what is proven is said, and that it is no more than so many: neither turns out false later. */
export function sentenceOf({ query, filters }: SearchState, result: Result): string {
  const { total, exact, literal, searchable, stopped, checked, hits } = result;
  const near = hits.filter(({ group }) => group === 'near').length;
  const proven = hits.length - near;
  if (stopped) return words.stopped(checked, proven);
  if (total > 0) {
    const all = exact || proven === 0 ? words.total(total, exact) : words.proven(proven, total);
    const isPart = literal && literal.total > 0 && literal.total < total;
    const said = isPart ? words.withLiteral(all, words.total(literal.total, literal.exact)) : all;
    return near > 0 ? words.withNear(said) : said;
  }
  if (!searchable) return readPattern(query) ? words.unsearchablePattern : words.unsearchable;
  const isNarrowed = setFilters(filters).length > 0;
  if (near > 0) return (isNarrowed ? words.onlyNearHere : words.onlyNear)(clipped(query));
  return (isNarrowed ? words.noneHere : words.none)(clipped(query));
}

/** The beginning of a query. */
function clipped(query: string): string {
  const letters = [...query.slice(0, SAID * 2 + 2)];
  return letters.length > SAID ? `${letters.slice(0, SAID).join('')}…` : query;
}
