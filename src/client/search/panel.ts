import { searchUi as strings } from '../../locales/zh-Hans.ts';
import { el } from './dom.ts';
import type { Engine, Result } from './engine.ts';
import type { SearchField } from './field.ts';
import { isComposing, watchField } from './ime.ts';
import { walkHits } from './keyboard.ts';
import { Latest } from './latest.ts';
import { type State, writeState } from './state.ts';
import { View } from './view.ts';

/** Hits in the panel; the search page has the rest. */
const SHOWN = 8;

/** The field in the masthead: results in a panel right below it, without leaving the page. Enter goes to the search page. */
export function searchPanel({ form, input }: SearchField, engine: Engine, root: string): void {
  const area = el('div', { class: 'search-panel', role: 'region', 'aria-label': strings.panel });
  form.after(area);
  const view = new View(area, root);
  const latest = new Latest();
  let shown = '';
  hide();

  function hide(): void {
    area.hidden = true;
  }

  function run(query: string): void {
    shown = query;
    if (!query) {
      latest.cancel();
      view.idle();
      hide();
      return;
    }
    area.hidden = false;
    view.loading();
    const state: State = { query, filters: {}, sort: 'relevance', page: 1 };
    latest.run(
      (signal) =>
        engine.search({
          ...state,
          limit: SHOWN,
          offset: 0,
          signal,
          early: (result) => view.early(state, result, []),
        }),
      (result) => view.done(state, result, [], all(state, result), retype),
      () => view.error(() => run(query)),
    );
  }

  function all(state: State, { total, exact, hits }: Result) {
    if (hits.length >= total) return [];
    const href = `${root}search.html${writeState(state)}`;
    return [el('a', { class: 'search-all', href }, strings.all(strings.total(total, exact)))];
  }

  function retype(query: string): void {
    input.value = query;
    input.focus();
    run(query);
  }

  /** Searches what the field holds, unless that is what the panel shows. */
  function refresh(): void {
    const query = input.value.trim();
    if (query !== shown) run(query);
    else area.hidden = !query;
  }

  watchField(form, input, { onType: refresh, onSubmit: () => undefined });
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
      const stays =
        relatedTarget instanceof Node && (form.contains(relatedTarget) || area.contains(relatedTarget));
      if (relatedTarget && !stays) hide();
    });
  }
  document.addEventListener('pointerdown', ({ target }) => {
    if (target instanceof Node && !form.contains(target) && !area.contains(target)) hide();
  });
  if (document.activeElement === input) refresh();
}
