import { searchUi as strings } from '../../locales/zh-Hans.ts';
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
  /** What the rows and the controls that stand there show, to leave them alone where they stay. */
  #shown = { asked: '', paths: [] as string[], facets: '' };

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
    this.#controls('', null, []);
    this.#rows('', []);
    this.#show('idle', '', []);
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

  /** Shows the first hits. Their number is not known yet; it is said once, at the end. */
  early(state: State, result: Result, above: Child[]): void {
    this.#controls(askedBy(state), result, above);
    this.#rows(askedBy(state), result.hits);
    this.#show('early', '', []);
    this.#browse.hidden = true;
  }

  done(state: State, result: Result, above: Child[], below: Child[], retype: (query: string) => void): void {
    const { total, exact, searchable, hits } = result;
    const none = searchable ? strings.none(clipped(state.query)) : strings.unsearchable;
    const text = total > 0 ? strings.total(total, exact) : none;
    this.#controls(askedBy(state), result, above);
    this.#rows(askedBy(state), hits);
    this.#show('done', text, total > 0 ? below : [this.#advice(state, retype)]);
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
    const text = fromDisk() ? strings.relatedFailedLocal : strings.relatedFailed;
    this.#showRelated([el('p', {}, `${text} `, again)]);
  }

  #showRelated(children: Node[]): void {
    const heading = el('h2', {}, strings.related);
    this.#related.replaceChildren(...(children.length > 0 ? [heading, ...children] : []));
    this.#related.hidden = children.length === 0;
    this.#area.removeAttribute('data-related');
  }

  error(retry: () => void): void {
    const text = fromDisk() ? strings.failedLocal : strings.failed;
    this.#controls('', null, []);
    this.#rows('', []);
    this.#show('error', text, [button(strings.retry, retry, { class: 'primary', 'data-retry': '' })]);
    this.#area.removeAttribute('data-total');
  }

  /** Moves the focus to a hit, by its position. */
  focusHit(index: number): void {
    this.links()[index]?.focus();
  }

  #show(state: 'idle' | 'early' | 'done' | 'error', text: string, below: Child[]): void {
    clearTimeout(this.#wait);
    this.#status.textContent = text;
    this.#below.replaceChildren(...below.filter((child) => child !== null));
    this.#showRelated([]);
    this.#browse.hidden = false;
    this.#area.dataset.state = state;
  }

  /** Draws what stands above the hits, unless it would be the same; the control that has the focus keeps it. */
  #controls(asked: string, result: Result | null, above: Child[]): void {
    const facets = asked && asked + JSON.stringify(result?.facets);
    if (facets && facets === this.#shown.facets) return;
    this.#shown.facets = facets;
    const focused = focusKey(this.#above);
    this.#above.replaceChildren(...above.filter((child) => child !== null));
    showChosen(this.#above);
    if (!focused) return;
    const same = this.#above.querySelector<HTMLElement>(focused);
    (same ?? this.#above.querySelector('button'))?.focus();
  }

  /** Draws the hits; to those of the same question that stand there it only adds. */
  #rows(asked: string, hits: readonly Hit[]): void {
    const { asked: before, paths } = this.#shown;
    const stays = asked === before && paths.every((path, at) => hits[at]?.path === path);
    const fresh = hits.slice(stays ? paths.length : 0).map((hit) => hitRow(hit, this.#root, 'data-hit'));
    if (stays) this.#list.append(...fresh);
    else this.#list.replaceChildren(...fresh);
    this.#list.hidden = hits.length === 0;
    this.#shown.asked = asked;
    this.#shown.paths = hits.map(({ path }) => path);
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

/** True where the page was opened from a file: another reason for what is missing. */
const fromDisk = (): boolean => location.protocol === 'file:';

/** Scrolls each row of bars sideways so that its chosen one stands in the middle. */
function showChosen(area: HTMLElement): void {
  for (const bar of area.querySelectorAll<HTMLElement>('.year[aria-pressed=true]')) {
    const row = bar.parentElement;
    if (row) row.scrollLeft = bar.offsetLeft - row.offsetLeft - row.clientWidth / 2;
  }
}

/** What a state asks for, whatever the number of hits. */
const askedBy = ({ query, filters, sort }: State): string => JSON.stringify([query, filters, sort]);

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
