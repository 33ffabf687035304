import { searchStrings as strings } from '../../strings.ts';
import { button, type Child, el } from './dom.ts';
import type { Hit, Result } from './engine.ts';
import { hitRow } from './hits.ts';
import { isIdle, type State } from './state.ts';
import { shorterQueries } from './suggest.ts';

/** Milliseconds a search may take before the wait is announced. */
const PATIENCE = 400;

/**
 * The results on the page: a live count, whatever stands above the hits, the hits, whatever stands below.
 * What the element held before stays as its browse links, shown while there is nothing better to show.
 */
export class View {
  readonly #area: HTMLElement;
  readonly #root: string;
  readonly #status = el('p', { class: 'search-status', role: 'status', 'aria-live': 'polite' });
  readonly #above = el('div', { class: 'search-controls' });
  readonly #list = el('ol', { class: 'hits' });
  readonly #below = el('div', { class: 'search-below' });
  readonly #related = el('section', { class: 'search-related', hidden: '' });
  readonly #browse = el('div', { class: 'search-browse' });
  #wait: ReturnType<typeof setTimeout> | undefined;

  /** @param root address of the site's root, with its slash */
  constructor(area: HTMLElement, root: string) {
    this.#area = area;
    this.#root = root;
    this.#browse.append(...area.childNodes);
    area.append(this.#status, this.#above, this.#list, this.#below, this.#related, this.#browse);
    this.idle();
  }

  /** The links of the hits, in order, those of related results last. */
  links(): HTMLElement[] {
    return [...this.#area.querySelectorAll<HTMLElement>('[data-hit],[data-related]')];
  }

  idle(): void {
    this.#show('idle', '', [], [], []);
    this.#area.removeAttribute('data-total');
  }

  /** Keeps what is shown until something better comes. */
  loading(): void {
    this.#area.dataset.state = 'loading';
    clearTimeout(this.#wait);
    this.#wait = setTimeout(() => {
      this.#status.textContent = strings.loading;
    }, PATIENCE);
  }

  done(state: State, result: Result, above: Child[], below: Child[], retype: (query: string) => void): void {
    const { total, exact, searchable, hits } = result;
    const none = searchable ? strings.none(clipped(state.query)) : strings.unsearchable;
    const text = total > 0 ? strings.total(total, exact) : none;
    this.#show('done', text, above, hits, total > 0 ? below : [this.#advice(state, retype)]);
    this.#browse.hidden = total > 0;
    this.#area.dataset.total = String(total);
  }

  /** Shows what is related below all else; nothing where there is nothing. */
  related(hits: Hit[]): void {
    const rows = hits.map((hit) => hitRow(hit, this.#root, 'data-related'));
    this.#showRelated(rows.length > 0 ? [el('ol', { class: 'hits' }, ...rows)] : []);
    this.#area.dataset.related = String(hits.length);
    if (hits.length > 0) this.#browse.hidden = true;
  }

  /** Related results could not be had; the hits stay. */
  relatedError(retry: () => void): void {
    const again = button(strings.retry, retry, { class: 'primary', 'data-retry-related': '' });
    this.#showRelated([el('p', {}, `${strings.relatedFailed} `, again)]);
  }

  #showRelated(children: Node[]): void {
    const heading = el('h2', {}, strings.related);
    this.#related.replaceChildren(...(children.length > 0 ? [heading, ...children] : []));
    this.#related.hidden = children.length === 0;
    this.#area.removeAttribute('data-related');
  }

  error(retry: () => void): void {
    const text = location.protocol === 'file:' ? strings.failedLocal : strings.failed;
    this.#show('error', text, [], [], [button(strings.retry, retry, { class: 'primary', 'data-retry': '' })]);
    this.#area.removeAttribute('data-total');
  }

  /** Moves the focus to a hit, by its position. */
  focusHit(index: number): void {
    this.links()[index]?.focus();
  }

  #show(state: 'idle' | 'done' | 'error', text: string, above: Child[], hits: Hit[], below: Child[]): void {
    clearTimeout(this.#wait);
    const focused = focusKey(this.#above);
    this.#status.textContent = text;
    this.#above.replaceChildren(...above.filter((child) => child !== null));
    this.#list.replaceChildren(...hits.map((hit) => hitRow(hit, this.#root, 'data-hit')));
    this.#list.hidden = hits.length === 0;
    this.#below.replaceChildren(...below.filter((child) => child !== null));
    this.#showRelated([]);
    this.#browse.hidden = false;
    this.#area.dataset.state = state;
    if (focused) {
      const same = this.#above.querySelector<HTMLElement>(focused);
      (same ?? this.#above.querySelector('button'))?.focus();
    }
  }

  /** What to do where nothing was found: a sentence, and shorter strings to click. */
  #advice(state: State, retype: (query: string) => void): Child {
    if (isIdle(state)) return null;
    const words = shorterQueries(state.query).map((query) =>
      button(query, () => retype(query), { class: 'word', 'data-suggest': query }),
    );
    const row =
      words.length > 0 ? el('p', { class: 'search-shorter' }, `${strings.shorter} `, ...words) : null;
    return el('div', { class: 'search-advice' }, el('p', {}, strings.noneAdvice), row);
  }
}

/** Most letters of a query that are said again. */
const SAID = 40;

/** The beginning of a query. */
function clipped(query: string): string {
  const letters = [...query.slice(0, SAID * 2 + 2)];
  return letters.length > SAID ? `${letters.slice(0, SAID).join('')}…` : query;
}

/** A selector for the control that has the focus, to find its successor by after drawing anew. */
function focusKey(area: HTMLElement): string | null {
  const active = document.activeElement;
  if (!(active instanceof HTMLElement) || !area.contains(active)) return null;
  const [key, value] = Object.entries(active.dataset)[0] ?? [];
  return key && value !== undefined ? `[data-${key}="${CSS.escape(value)}"]` : null;
}
