import { FILTERS } from '../../search/gram/filters.ts';
import type { Result } from './engine.ts';
import type { SearchState } from './search-state.ts';
import { wordsOf } from './words.ts';

/** Fewer exact matches than this are few. */
const FEW = 5;
/** So many words without a space between them are a phrase. */
const PHRASE = 3;

/**
 * True where related results are worth their cost: the query stands in few articles, or is a phrase of several words.
 * Not for what is asked for exactly (`"…"` alone) and not under conditions that word search does not know.
 */
export function relatedDue({ query, filters }: SearchState, { total, searchable }: Result): boolean {
  const unknown = FILTERS.some(({ name, pagefind }) => !pagefind && filters[name]);
  if (!query || !searchable || unknown) return false;
  if (/^\s*(["＂“][^"＂”]*["＂”]\s*)+$/.test(query)) return false;
  const terms = query.split(/\s+/).filter((term) => !/^[-－−]./.test(term));
  if (terms.length === 0) return false;
  return total < FEW || terms.length > 1 || wordsOf(query).length >= PHRASE;
}
