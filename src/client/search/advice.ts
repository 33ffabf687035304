import { searchUi as words } from '#locale';
import { button, type Child, el } from './dom.ts';
import type { Engine } from './engine.ts';
import { isIdle, type SearchState, setFilters } from './search-state.ts';
import { shorterQueries } from './suggest.ts';

/**
 * What may help where nothing was found: the same without its conditions, or shorter strings, each with the number of articles that hold it.
 * Only what does find something is offered.
 * @throws as `Engine.search`
 */
export async function adviceFor(
  state: SearchState,
  engine: Pick<Engine, 'search'>,
  signal: AbortSignal,
  choose: (change: Partial<SearchState>) => void,
): Promise<Child[]> {
  const found = async (change: Pick<SearchState, 'query'> | Pick<SearchState, 'filters'>) => {
    const { query, filters } = { ...state, ...change };
    // One hit is checked: an estimate alone may be of articles that do not match.
    const { total, exact } = await engine.search({ query, filters, sort: 'relevance', limit: 1, signal });
    return { change, total, count: words.total(total, exact) };
  };
  if (setFilters(state.filters).length > 0 && state.query) {
    const { change, total, count } = await found({ filters: {} });
    if (total > 0)
      return [button(words.anywhere(count), () => choose(change), { class: 'word', 'data-anywhere': '' })];
  }
  if (isIdle(state)) return [];
  const tried = await Promise.all(shorterQueries(state.query).map((query) => found({ query })));
  const some = tried.flatMap(({ change, total, count }) => {
    if (total === 0 || !('query' in change)) return [];
    const word = button(change.query, () => choose(change), { class: 'word', 'data-suggest': change.query });
    word.append(el('span', { class: 'count' }, ` ${count}`));
    return word;
  });
  return some.length > 0 ? [el('p', { class: 'search-shorter' }, `${words.shorter} `, ...some)] : [];
}
