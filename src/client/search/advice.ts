import { searchBeside as words } from '#locale';
import { countOf } from './count-of.ts';
import { button, type Child, el } from './dom.ts';
import type { Engine } from './engine.ts';
import { type SearchState, setFilters } from './search-state.ts';
import { shorterQueries } from './suggest.ts';

/** Most queries offered. */
const OFFERED = 4;
/** Most articles read to tell that a query finds one. */
const READ = 6;

/**
 * What may help where nothing was found: the same without its conditions, or combinations of its words, each with the number of articles found.
 * Only what does find something is offered.
 * @throws as `Engine.search`
 */
export async function adviceFor(
  state: SearchState,
  engine: Pick<Engine, 'search'>,
  signal: AbortSignal,
  choose: (change: Partial<SearchState>) => void,
): Promise<Child[]> {
  /** The number found, as it is said; null for none. */
  async function count(change: Partial<SearchState>): Promise<string | null> {
    const { query, filters } = { ...state, ...change };
    const found = await countOf(engine, { query, filters, signal, readUpTo: READ });
    return found && words.found(found.total, found.exact);
  }
  if (!state.query) return [];
  if (setFilters(state.filters).length > 0) {
    const change = { filters: {} };
    const anywhere = await count(change);
    if (anywhere)
      return [button(words.anywhere(anywhere), () => choose(change), { class: 'word', 'data-anywhere': '' })];
  }
  const offered: { query: string; count: string }[] = [];
  for (const query of shorterQueries(state.query)) {
    if (offered.length === OFFERED) break;
    // What is offered holds these words already.
    if (offered.some((one) => query.split(' ').every((word) => one.query.split(' ').includes(word))))
      continue;
    const found = await count({ query });
    if (found) offered.push({ query, count: found });
  }
  if (offered.length === 0) return [el('p', { class: 'search-none' }, words.noneAdvice)];
  const some = offered.map(({ query, count }) => {
    const word = button(query, () => choose({ query }), { class: 'word', 'data-suggest': query });
    word.append(el('span', { class: 'count' }, ` ${count}`));
    return word;
  });
  return [el('p', { class: 'search-shorter' }, `${words.shorter} `, ...some)];
}
