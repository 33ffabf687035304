import { searchUi as words } from '#locale';
import { FILTERS } from '../../search/gram/filters.ts';
import { adviceFor } from './advice.ts';
import { asideLine, boilerplateWord } from './aside.ts';
import type { Engines } from './bundles.ts';
import { controls } from './controls.ts';
import { button, type Child, el, fill } from './dom.ts';
import type { Result } from './engine.ts';
import { Entries } from './entries.ts';
import { type SearchField, watchField } from './field.ts';
import { keepPlace } from './keep-place.ts';
import { walkHits } from './keyboard.ts';
import { Latest } from './latest.ts';
import { isIdle, readSearchState, type SearchState, writeSearchState } from './search-state.ts';
import { showContexts, studyWords } from './study-words.ts';
import { makeView } from './view.ts';
import { whenSeen } from './when-seen.ts';

/** Hits on one page of results. */
const PAGE = 20;
/** Hits that are looked for at first, on a narrow window and on any other; the others of a page when they come into sight. */
const FIRST = { narrow: 5, wide: 8 };
const NARROW = '(width < 40rem)';
/** Related results shown. */
const RELATED = 10;
/** Candidates that are read more, when a search that stopped goes on. */
const READ_MORE = 60;
/** Milliseconds without a new query before what stands beside the hits is asked for: nobody wants it for half a word. */
const PAUSE = 350;

/** The search page: the state stands in the address, the results below the field. */
export function searchPage(field: SearchField, area: HTMLElement, engines: Engines, root: string): void {
  const { input } = field;
  const view = makeView(area, {
    root,
    above: (asked, result) => controls(asked, result, area, choose),
    below,
  });
  const cited = el('div', { class: 'search-cited' });
  const latest = new Latest();
  const latestAside = new Latest();
  const latestRelated = new Latest();
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
    latestRelated.cancel();
    latestAside.cancel();
    stopWatching();
    readUpTo = undefined;
    fill(cited, []);
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
      tellMore(result);
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
      () => view.error(() => run(), related(asked)),
    );
  }

  function show(result: Result): void {
    view.done(state, result);
    showContexts(area, engines, state.query).catch(() => undefined);
    const last = view.links().at(-1);
    if (last && isFull(result) && limit < state.page * PAGE) stopWatching = whenSeen(last, () => extend());
  }

  /** What a reader may want to know besides, once nothing else is typed. */
  function tellMore({ hits, total, inBoilerplate }: Result): void {
    const asked = state;
    latestAside.run(
      async (signal) => {
        const { query, filters } = asked;
        const retype = (query: string) => choose({ query });
        if (hits.length === 0) {
          const [advice, aside] = await Promise.all([
            adviceFor(asked, engines, signal, choose),
            engines.aside({ query, filters, signal }),
          ]);
          // An estimate may be of articles that do not hold it either.
          const line = asideLine({ ...aside, wider: aside.wider?.exact ? aside.wider : null }, root, retype);
          return [line.some(Boolean) ? el('p', { class: 'search-shorter' }, ...line) : null, ...advice];
        }
        await new Promise((resolve) => setTimeout(resolve, PAUSE));
        const aside = await engines.aside({ query, filters, signal });
        const leaveOut = () => choose({ filters: { ...filters, boilerplate: 'no' } });
        return [
          ...asideLine(total > 1 ? aside : { ...aside, first: null, last: null }, root, retype),
          inBoilerplate ? boilerplateWord(leaveOut) : null,
        ];
      },
      (children) => (hits.length === 0 ? view.advise(children) : view.aside(children)),
      // What might help could not be had: the results stand without it.
      () => undefined,
    );
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
    return [
      stopped ? further : isMore ? more : null,
      related(asked),
      ...studyWords({ area, cited, engines }, asked, result),
    ];
  }

  /** The word that asks Pagefind; null where it cannot answer, or does not know a condition that is set. */
  function related({ query, filters }: SearchState): Child {
    const isKnown = FILTERS.every(({ name, pagefind }) => pagefind || !filters[name]);
    if (!engines.related || !query || !isKnown) return null;
    return button(words.askPagefind, runRelated, { class: 'word', 'data-ask': 'pagefind' });
  }

  /** Looks for related results other than the hits shown. */
  function runRelated(): void {
    const { query, filters } = state;
    const shown = new Set(view.links().map((link) => link.dataset.hit ?? ''));
    latestRelated.run(
      async (signal) =>
        (await engines.related?.({ query, filters, limit: RELATED + shown.size, signal })) ?? [],
      (hits) => view.related(hits.filter(({ path }) => !shown.has(path)).slice(0, RELATED)),
      () => view.relatedError(runRelated),
    );
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
