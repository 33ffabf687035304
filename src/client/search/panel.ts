import { searchUi as words } from '#locale';
import { el } from './dom.ts';
import type { Result } from './engine.ts';
import { isComposing, type SearchField, watchField } from './field.ts';
import { walkHits } from './keyboard.ts';
import { Latest } from './latest.ts';
import type { Engines } from './lazy-engines.ts';
import { type SearchState, writeSearchState } from './search-state.ts';
import { makeView } from './view.ts';

/** Hits in the panel; the search page has the rest. */
const SHOWN = 8;

/** The field in the masthead: results in a panel right below it, without leaving the page. Enter goes to the search page. */
export function searchPanel(field: SearchField, engines: Engines, root: string): void {
  const { form, input } = field;
  const area = el('div', { class: 'search-panel', role: 'region', 'aria-label': words.panel, hidden: '' });
  form.after(area);
  const view = makeView(area, {
    root,
    above: () => [],
    below(state, { total, exact, hits }) {
      if (hits.length >= total || total === 0) return [];
      const href = `${root}search.html${writeSearchState(state)}`;
      return [el('a', { class: 'search-all', href }, words.all(words.total(total, exact)))];
    },
  });
  const latest = new Latest();
  const suggesting = new Latest();
  let shown = '';
  const hide = () => {
    area.hidden = true;
  };

  function run(query: string): void {
    shown = query;
    suggesting.cancel();
    if (!query) {
      latest.cancel();
      view.idle();
      hide();
      return;
    }
    area.hidden = false;
    view.loading();
    const state: SearchState = { query, filters: {}, sort: 'relevance', page: 1 };
    latest.run(
      (signal) =>
        engines.search({ ...state, limit: SHOWN, signal, early: (result) => view.early(state, result) }),
      (result) => {
        view.done(state, result);
        if (result.hits.length === 0) advise(state, result);
      },
      () => view.error(() => run(query)),
    );
  }

  function advise(state: SearchState, result: Result): void {
    const choose = ({ query = '' }: Partial<SearchState>) => {
      input.value = query;
      input.focus();
      run(query);
    };
    latest.run(
      async (signal) => (await engines.beside()).adviceFor(state, engines, signal, choose),
      view.advise,
      () => undefined,
    );
    suggesting.run(
      async (signal) => {
        const [beside, found] = await Promise.all([engines.beside(), engines.aside({ ...state, signal })]);
        const some = await beside.suggestionsOf(state, result, found, engines, signal);
        return beside.suggestionLine(some, (query) => choose({ query }));
      },
      view.suggest,
      () => undefined,
    );
  }

  /** Searches what the field holds, unless that is what the panel shows. */
  function refresh(): void {
    const query = input.value.trim();
    if (query !== shown) run(query);
    else area.hidden = !query;
  }

  const inside = (target: EventTarget | null) =>
    target instanceof Node && (form.contains(target) || area.contains(target));
  watchField(field, { onType: refresh, onSubmit: () => undefined });
  walkHits(input, area, () => view.links());
  input.addEventListener('focus', refresh);
  for (const part of [form, area] as HTMLElement[]) {
    part.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || isComposing(event) || area.hidden) return;
      event.preventDefault();
      input.focus();
      hide();
    });
    part.addEventListener('focusout', ({ relatedTarget }) => {
      if (relatedTarget && !inside(relatedTarget)) hide();
    });
  }
  document.addEventListener('pointerdown', ({ target }) => {
    if (!inside(target)) hide();
  });
  if (document.activeElement === input) refresh();
}
