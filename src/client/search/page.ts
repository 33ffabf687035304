import { searchUi as words } from '#locale';
import type { Engines } from './bundles.ts';
import { controls } from './controls.ts';
import { button } from './dom.ts';
import type { Result } from './engine.ts';
import { type SearchField, watchField } from './field.ts';
import { walkHits } from './keyboard.ts';
import { Latest } from './latest.ts';
import { relatedDue } from './related-due.ts';
import { isIdle, readSearchState, type SearchState, writeSearchState } from './search-state.ts';
import { makeView } from './view.ts';

/** Hits on one page of results. */
const PAGE = 20;
/** Related results shown. */
const RELATED = 10;
/** Milliseconds without a new query before related results are looked for: nobody wants them for half a word. */
const PAUSE = 350;

/** The search page: the state stands in the address, the results below the field. */
export function searchPage(field: SearchField, area: HTMLElement, engines: Engines, root: string): void {
  const { input } = field;
  const view = makeView(area, {
    root,
    above: (asked, result) => controls(asked, result, choose),
    below: (_, result) => more(result),
    retype(query) {
      choose({ query });
      input.focus();
    },
  });
  const latest = new Latest();
  const latestRelated = new Latest();
  let state = readSearchState(location.search);

  /** Asks for what the state says and shows it; `focus` is the hit that takes the focus then. */
  function run(focus?: number): void {
    latestRelated.cancel();
    if (isIdle(state)) {
      latest.cancel();
      view.idle();
      return;
    }
    view.loading();
    const { query, filters, sort, page } = state;
    // More hits of the same query are added to those that stand there: nothing to show early.
    const early = focus === undefined && { early: (result: Result) => view.early(state, result) };
    latest.run(
      (signal) => engines.search({ query, filters, sort, limit: page * PAGE, signal, ...early }),
      (result) => {
        view.done(state, result);
        if (focus !== undefined) view.focusHit(focus);
        runRelated(result);
      },
      () => view.error(() => run()),
    );
  }

  /** Looks for related results other than the hits shown, where they are due: to tell takes time too, which the hits do not wait for. */
  function runRelated(result: Result): void {
    const { query, filters } = state;
    const shown = new Set(result.hits.map(({ path }) => path));
    const limit = RELATED + shown.size;
    latestRelated.run(
      async (signal) => {
        await new Promise((resolve) => setTimeout(resolve, PAUSE));
        if (!relatedDue(state, result)) return null;
        return engines.related({ query, filters, limit, signal });
      },
      (hits) => {
        if (hits) view.related(hits.filter(({ path }) => !shown.has(path)).slice(0, RELATED));
      },
      () => view.relatedError(() => runRelated(result)),
    );
  }

  /** While typing: the address follows, the history stays as it is. */
  function type(): void {
    const query = input.value.trim();
    if (query === state.query) return;
    state = { ...state, query, page: 1 };
    history.replaceState(null, '', writeSearchState(state) || location.pathname);
    run();
  }

  /** A choice is a step one can go back from. */
  function choose(change: Partial<SearchState>): void {
    state = { ...state, page: 1, ...change };
    input.value = state.query;
    history.pushState(null, '', writeSearchState(state) || location.pathname);
    run();
  }

  function more({ total, hits }: Result) {
    if (hits.length >= total) return [];
    const next = () => {
      state = { ...state, page: state.page + 1 };
      history.replaceState(null, '', writeSearchState(state));
      run(hits.length);
    };
    return [button(words.more, next, { class: 'primary', 'data-more': '' })];
  }

  watchField(field, {
    onType: type,
    onSubmit(event) {
      event.preventDefault();
      type();
    },
  });
  walkHits(input, area, () => view.links());
  addEventListener('popstate', () => {
    state = readSearchState(location.search);
    input.value = state.query;
    run();
  });
  // Text typed before this script came counts for more than the address.
  const early = input.value.trim();
  if (early && document.activeElement === input) state = { ...state, query: early };
  else input.value = state.query;
  run();
}
