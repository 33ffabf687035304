import { searchBeside as words } from '#locale';
import type { Aside } from '../../search/gram/answer.ts';
import { countOf } from './count-of.ts';
import { button, type Child, el } from './dom.ts';
import type { Engine, Result } from './engine.ts';
import { type Suggestion, suggestionsFor } from './meant.ts';
import type { SearchState } from './search-state.ts';

/** Most articles read for the number of one. */
const READ = 20;

/**
 * What may have been meant by a query, counted under the same conditions.
 * @throws as `Engine.search`
 */
export async function suggestionsOf(
  { query, filters }: SearchState,
  { total, stopped, hits }: Pick<Result, 'total' | 'stopped' | 'hits'>,
  { suggestions }: Pick<Aside, 'suggestions'>,
  engine: Pick<Engine, 'search' | 'table'>,
  signal: AbortSignal,
): Promise<Suggestion[]> {
  if (!query) return [];
  return suggestionsFor({
    query,
    found: stopped ? hits.length : total,
    spellings: suggestions.map((one) => one.query),
    count: (query) => countOf(engine, { query, filters, signal, readUpTo: READ }),
    table: (name) => engine.table(name),
  });
}

/** The suggestions as one line, which a live region says. @param ask asks another query */
export function suggestionLine(suggestions: readonly Suggestion[], ask: (query: string) => void): Child[] {
  if (suggestions.length === 0) return [];
  const name = suggestions.every(({ isAlias }) => isAlias) ? words.alsoNamed : words.meant;
  const offered = suggestions.flatMap(({ query, total, exact }, at) => {
    const word = button(query, () => ask(query), { class: 'word', 'data-suggest': query });
    word.append(el('span', { class: 'count' }, ` ${words.found(total, exact)}`));
    return at > 0 ? [words.between, word] : [word];
  });
  return [`${name} `, ...offered];
}
