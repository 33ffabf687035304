import { searchUi as words } from '#locale';
import { makeBeside } from './beside.ts';
import { controls } from './controls.ts';
import { button, type Child } from './dom.ts';
import type { Result } from './engine.ts';
import { Entries } from './entries.ts';
import { type SearchField, watchField } from './field.ts';
import { keepPlace } from './keep-place.ts';
import { walkHits } from './keyboard.ts';
import { Latest } from './latest.ts';
import type { Engines } from './lazy-engines.ts';
import { isIdle, readSearchState, type SearchState, writeSearchState } from './search-state.ts';
import { makeStudyWords } from './study-words.ts';
import { makeView } from './view.ts';
import { whenSeen } from './when-seen.ts';

/** Hits on one page of results. */
const PAGE = 20;
/** Hits that are looked for at first, on a narrow window and on any other; the others of a page when they come into sight. */
const FIRST = { narrow: 5, wide: 8 };
const NARROW = '(width < 40rem)';
/** Candidates that are read more, when a search that stopped goes on. */
const READ_MORE = 60;

/** The search page: the state stands in the address, the results below the field. */
export function searchPage(field: SearchField, area: HTMLElement, engines: Engines, root: string): void {
  const { input } = field;
  const study = makeStudyWords(area, engines, root);
  const view = makeView(area, {
    root,
    above: (asked, result) => controls(asked, result, area, choose, [study.contexts(asked)]),
    below,
  });
  const beside = makeBeside({ engines, view, root, choose });
  const latest = new Latest();
  const entries = new Entries({ history, location });
  const first = matchMedia(NARROW).matches ? FIRST.narrow : FIRST.wide;
  let state = readSearchState(location.search);
  /** Number of hits asked for. */
  let limit = first;
  /** Candidates that may be read, where a search that stopped goes on. */
  let readUpTo: number | undefined;
  let stopWatching = () => {};

  /** Asks for what the state says and shows it from the beginning, or from the place a reader comes back to. */
  function run(place = entries.place): void {
    beside.cancel();
    study.clear();
    stopWatching();
    readUpTo = undefined;
    if (isIdle(state)) {
      latest.cancel();
      view.idle();
      return;
    }
    view.loading();
    limit = Math.max(
      state.page > 1 ? state.page * PAGE : first,
      Math.min(place?.shown ?? 0, state.page * PAGE),
    );
    ask((result) => {
      show(result);
      beside.tell(state, result);
      if (place) scrollTo({ top: place.scroll, behavior: 'instant' });
    }, view.early);
  }

  /** True where there may be more hits than those that were asked for. */
  const isFull = ({ hits, stopped }: Result): boolean => !stopped && hits.length >= limit;

  function ask(done: (result: Result) => void, early?: typeof view.early): void {
    const asked = state;
    const { query, filters, sort } = asked;
    const show = early && { early: (result: Result) => early(asked, result) };
    latest.run(
      (signal) =>
        engines.search({ query, filters, sort, limit, signal, ...(readUpTo && { readUpTo }), ...show }),
      done,
      () => view.error(() => run(), beside.related(asked)),
    );
  }

  function show(result: Result): void {
    view.done(state, result);
    study.show(state, result);
    const last = view.links().at(-1);
    if (last && isFull(result) && limit < state.page * PAGE) stopWatching = whenSeen(last, () => extend());
  }

  /** Asks for the other hits of the page, which are added to those that stand there. @param focus the one that takes the focus */
  function extend(focus?: number): void {
    stopWatching();
    limit = state.page * PAGE;
    ask((result) => {
      show(result);
      if (focus !== undefined) view.focusHit(focus);
    });
  }

  function below(asked: SearchState, result: Result): Child[] {
    const next = () => {
      state = { ...state, page: state.page + 1 };
      entries.goOn(writeSearchState(state));
      extend(hits.length);
    };
    const goOn = () => {
      readUpTo = checked + READ_MORE;
      ask(show);
    };
    const { hits, total, stopped, checked } = result;
    const isMore =
      isFull(result) &&
      limit >= asked.page * PAGE &&
      (hits.length < total || hits.some(({ group }) => group === 'near'));
    const more = button(words.more, next, { class: 'primary', 'data-more': '' });
    const further = button(words.goOn, goOn, { class: 'primary', 'data-go-on': '' });
    return [stopped ? further : isMore ? more : null, beside.related(asked), ...study.citing(asked, result)];
  }

  /** While typing: the address follows, the history stays as it is. */
  function type(): void {
    const query = input.value.trim();
    if (query === state.query) return;
    state = { ...state, query, page: 1 };
    entries.draft(writeSearchState(state));
    run(null);
  }

  /** A choice is a step one can go back from. */
  function choose(change: Partial<SearchState>): void {
    state = { ...state, page: 1, ...change };
    if (change.query !== undefined) input.focus();
    input.value = state.query;
    entries.push(writeSearchState(state));
    run(null);
  }

  watchField(field, {
    onType: type,
    onSubmit(event) {
      event.preventDefault();
      type();
      entries.mean();
    },
  });
  walkHits(input, area, () => view.links());
  addEventListener('popstate', () => {
    entries.arrive();
    state = readSearchState(location.search);
    input.value = state.query;
    run();
  });
  keepPlace(() => {
    if (area.dataset.state === 'done') entries.keep({ shown: limit, scroll: scrollY });
  });
  // Text typed before this script came counts for more than the address.
  const typed = input.value.trim();
  if (typed && document.activeElement === input) state = { ...state, query: typed };
  else input.value = state.query;
  run();
}
