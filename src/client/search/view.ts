import { searchUi as words } from '#locale';
import { questionKey } from '../../search/gram/filters.ts';
import { button, type Child, el, fill } from './dom.ts';
import type { Hit, Result } from './engine.ts';
import { hitRow } from './hits.ts';
import { redraw } from './redraw.ts';
import { isIdle, type SearchState } from './search-state.ts';
import { shorterQueries } from './suggest.ts';

/** Milliseconds a search may take before the wait is announced. */
const PATIENCE = 400;

/** The surroundings of the results. */
export interface ViewOptions {
  /** Address of the site's root, with its slash. */
  root: string;
  /** Children that stand above the hits, and below them. */
  above(state: SearchState, result: Result): Child[];
  below(state: SearchState, result: Result): Child[];
  /** Searches for another query. */
  retype(query: string): void;
}

/**
 * The results on the page: a live count, whatever stands above the hits, the hits, whatever stands below.
 * The former content of the element stays as its browse links, shown while there is nothing better to show.
 */
export function makeView(area: HTMLElement, { root, above, below, retype }: ViewOptions) {
  const status = el('p', { class: 'search-status', role: 'status', 'aria-live': 'polite' });
  const controls = el('div', { class: 'search-controls' });
  const list = el('ol', { class: 'hits' });
  const foot = el('div', { class: 'search-below' });
  const relatedArea = el('section', { class: 'search-related', hidden: '' });
  const browse = el('div', { class: 'search-browse' }, ...area.childNodes);
  let wait: ReturnType<typeof setTimeout> | undefined;
  /** The question, the counts and the paths that are drawn, to leave controls and rows alone where they stay. */
  let drawnQuestion = '';
  let drawnFacets = '';
  let drawnPaths: string[] = [];
  area.append(status, controls, list, foot, relatedArea, browse);

  function show(state: 'idle' | 'early' | 'done' | 'error', text: string, children: Child[]): void {
    clearTimeout(wait);
    status.textContent = text;
    fill(foot, children);
    showRelated(null);
    browse.hidden = false;
    area.dataset.state = state;
  }

  /** Shows a sentence and no hits. */
  function showNone(state: 'idle' | 'error', text: string, children: Child[]): void {
    draw('', '', [], []);
    show(state, text, children);
    area.removeAttribute('data-total');
  }

  function drawResult(state: SearchState, result: Result): void {
    const question = questionKey(state.query, state.filters, state.sort);
    draw(question, question + JSON.stringify(result.facets), above(state, result), result.hits);
  }

  /** Draws the controls unless they would be the same, and the hits: to those of the same question that stand there it only adds. */
  function draw(question: string, facets: string, children: Child[], hits: readonly Hit[]): void {
    if (!facets || facets !== drawnFacets) redraw(controls, children);
    const stays = question === drawnQuestion && drawnPaths.every((path, at) => hits[at]?.path === path);
    const fresh = hits.slice(stays ? drawnPaths.length : 0);
    const rows = fresh.map((hit) => hitRow(hit, root, 'data-hit'));
    if (stays) list.append(...rows);
    else list.replaceChildren(...rows);
    list.hidden = hits.length === 0;
    drawnQuestion = question;
    drawnFacets = facets;
    drawnPaths = hits.map(({ path }) => path);
  }

  /** Advice where nothing was found: a sentence, and shorter strings to click. */
  function advice(state: SearchState): Child[] {
    if (isIdle(state)) return [];
    const shorter = shorterQueries(state.query).map((query) =>
      button(query, () => retype(query), { class: 'word', 'data-suggest': query }),
    );
    const row =
      shorter.length > 0 ? el('p', { class: 'search-shorter' }, `${words.shorter} `, ...shorter) : null;
    return [el('div', { class: 'search-advice' }, el('p', {}, words.noneAdvice), row)];
  }

  function showRelated(child: Node | null): void {
    fill(relatedArea, child ? [el('h2', {}, words.related), child] : []);
    relatedArea.hidden = !child;
    area.removeAttribute('data-related');
  }

  /** A button that tries again. */
  const again = (retry: () => void, name: string) =>
    button(words.retry, retry, { class: 'primary', [name]: '' });

  const view = {
    /** The links of the hits, in order, those of related results last. */
    links: () => [...area.querySelectorAll<HTMLElement>('[data-hit],[data-related]')],

    idle: () => showNone('idle', '', []),

    /** Keeps what is shown until something better comes. */
    loading(): void {
      area.dataset.state = 'loading';
      clearTimeout(wait);
      wait = setTimeout(() => {
        status.textContent = words.loading;
      }, PATIENCE);
    },

    /** Shows the first hits. Their number is not known yet; it is said once, at the end. */
    early(state: SearchState, result: Result): void {
      drawResult(state, result);
      show('early', '', []);
      browse.hidden = true;
    },

    done(state: SearchState, result: Result): void {
      const { total, exact, searchable } = result;
      drawResult(state, result);
      if (total > 0) show('done', words.total(total, exact), below(state, result));
      else show('done', searchable ? words.none(clipped(state.query)) : words.unsearchable, advice(state));
      browse.hidden = total > 0;
      area.dataset.total = String(total);
    },

    error: (retry: () => void) =>
      showNone('error', fromDisk() ? words.failedLocal : words.failed, [again(retry, 'data-retry')]),

    /** Shows what is related below all else; nothing where there is nothing. */
    related(hits: Hit[]): void {
      const rows = hits.map((hit) => hitRow(hit, root, 'data-related'));
      showRelated(rows.length > 0 ? el('ol', { class: 'hits' }, ...rows) : null);
      area.dataset.related = String(hits.length);
      if (hits.length > 0) browse.hidden = true;
    },

    /** Related results could not be had; the hits stay. */
    relatedError(retry: () => void): void {
      const text = fromDisk() ? words.relatedFailedLocal : words.relatedFailed;
      showRelated(el('p', {}, `${text} `, again(retry, 'data-retry-related')));
    },

    /** Moves the focus to a hit, by its position. */
    focusHit: (index: number) => view.links()[index]?.focus(),
  };
  view.idle();
  return view;
}

/** True where the page was opened from a file: another reason for what is missing. */
const fromDisk = (): boolean => location.protocol === 'file:';

/** Most letters of a query that are said again. */
const SAID = 40;

/** The beginning of a query. */
function clipped(query: string): string {
  const letters = [...query.slice(0, SAID * 2 + 2)];
  return letters.length > SAID ? `${letters.slice(0, SAID).join('')}…` : query;
}
