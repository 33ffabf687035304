import { searchUi as words } from '#locale';
import { questionKey } from '../../search/gram/filters.ts';
import { unread } from '../shared/unread.ts';
import { button, type Child, el, fill } from './dom.ts';
import type { Hit, Result } from './engine.ts';
import { hitRow } from './hits.ts';
import { redraw } from './redraw.ts';
import type { SearchState } from './search-state.ts';
import { sentenceOf } from './sentence.ts';

/** Milliseconds a search may take before the wait is announced. */
const PATIENCE = 400;

/** Longest sentence that has the order beside it on a narrow window. */
const SHORT = 12;

/** The surroundings of the results. */
export interface ViewOptions {
  /** Address of the site's root, with its slash. */
  root: string;
  /** Children that stand above the hits, and below them. */
  above(state: SearchState, result: Result): Child[];
  below(state: SearchState, result: Result): Child[];
}

/**
 * The results on the page: a live count, whatever stands above the hits, the hits, whatever stands below.
 * What the element has as `.search-browse` is shown while there is nothing better to show; a live count among it is used.
 */
export function makeView(area: HTMLElement, { root, above, below }: ViewOptions) {
  const status =
    area.querySelector<HTMLElement>('[role=status]') ??
    el('p', { class: 'search-status', role: 'status', 'aria-live': 'polite' });
  const browse = area.querySelector<HTMLElement>('.search-browse') ?? el('div', { class: 'search-browse' });
  const controls = el('div', { class: 'search-controls' });
  const suggested = el('p', { class: 'search-suggested', 'aria-live': 'polite' });
  const told = el('div', { class: 'search-told' });
  const aside = el('div', { class: 'search-aside' }, suggested, told);
  const list = el('ol', { class: 'hits' });
  const foot = el('div', { class: 'search-below' });
  const advice = el('div', { class: 'search-advice' });
  const relatedArea = el('section', { class: 'search-related', hidden: '' });
  let wait: ReturnType<typeof setTimeout> | undefined;
  /** The question, the counts and the paths that are drawn, to leave controls and rows alone where they stay. */
  let drawnQuestion = '';
  let drawnFacets = '';
  let drawnPaths: string[] = [];
  area.replaceChildren(status, controls, aside, list, advice, foot, relatedArea, browse);

  /** Says a sentence, unless it is said already: a live region would announce it again. */
  function say(...said: (string | HTMLElement)[]): void {
    clearTimeout(wait);
    const text = said.map((part) => (typeof part === 'string' ? part : part.textContent)).join('');
    if (status.textContent !== text) fill(status, said);
    status.toggleAttribute('data-long', text.length > SHORT);
  }

  function show(
    state: 'idle' | 'early' | 'done' | 'error',
    said: (string | HTMLElement)[],
    children: Child[],
    hasHits: boolean,
  ): void {
    say(...said);
    redraw(foot, children);
    fill(advice, []);
    browse.hidden = hasHits;
    area.dataset.state = state;
  }

  /** Shows a sentence and no hits. */
  function showNone(state: 'idle' | 'error', said: (string | HTMLElement)[], children: Child[]): void {
    draw('', '', [], []);
    show(state, said, children, false);
    area.removeAttribute('data-total');
  }

  function drawResult(state: SearchState, result: Result): void {
    const question = questionKey(state.query, state.filters, state.sort);
    draw(question, question + JSON.stringify(result.facets), above(state, result), result.hits);
  }

  /** Draws the controls unless they would be the same, and the hits: to those of the same question that stand there it only adds. */
  function draw(question: string, facets: string, children: Child[], hits: readonly Hit[]): void {
    if (!facets || facets !== drawnFacets) redraw(controls, children);
    if (question !== drawnQuestion) {
      showRelated(null);
      fill(suggested, []);
      fill(told, []);
    }
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

    idle: () => showNone('idle', [], []),

    /** Keeps what is shown until something better comes. */
    loading(): void {
      area.dataset.state = 'loading';
      clearTimeout(wait);
      wait = setTimeout(() => say(words.loading), PATIENCE);
    },

    /** Shows the first hits. Their number is not known yet; it is said once, at the end. */
    early(state: SearchState, result: Result): void {
      drawResult(state, result);
      show('early', [], [], true);
    },

    done(state: SearchState, result: Result): void {
      drawResult(state, result);
      show('done', [sentenceOf(state, result)], below(state, result), result.hits.length > 0);
      area.dataset.total = String(result.total);
    },

    /** Shows what is told beside the hits, in a line that is kept for it. */
    aside: (children: Child[]) => fill(told, children),

    /** Shows what may have been meant, in the same line, and says it. */
    suggest: (children: Child[]) => fill(suggested, children),

    /** Shows what may help where nothing was found. */
    advise: (children: Child[]) => fill(advice, children),

    /** @param instead another way to search, where there is one */
    error: (retry: () => void, instead: Child = null) =>
      showNone('error', [words.failed, ...unread(root)], [again(retry, 'data-retry'), instead]),

    /** Shows what is related below all else, or that there is nothing. */
    related(hits: Hit[]): void {
      const rows = hits.map((hit) => hitRow(hit, root, 'data-related'));
      showRelated(rows.length > 0 ? el('ol', { class: 'hits' }, ...rows) : el('p', {}, words.relatedNone));
      area.dataset.related = String(hits.length);
      if (hits.length > 0) browse.hidden = true;
    },

    /** Related results could not be had; the hits stay. */
    relatedError: (retry: () => void) =>
      showRelated(el('p', {}, `${words.relatedFailed} `, again(retry, 'data-retry-related'))),

    /** Moves the focus to a hit, by its position. */
    focusHit: (index: number) => view.links()[index]?.focus(),
  };
  view.idle();
  return view;
}
export type View = ReturnType<typeof makeView>;
