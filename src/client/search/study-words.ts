import { searchUi as words } from '#locale';
import type { Engines } from './bundles.ts';
import { button, type Child, el, fill } from './dom.ts';
import type { Result } from './engine.ts';
import { type SearchState, setFilters } from './search-state.ts';

/** Attribute of the results that shows contexts in place of excerpts. */
const CONTEXTS = 'data-contexts';

/** Where the words for those who work with what they find have their effect. */
export interface Study {
  area: HTMLElement;
  /** Holds the citation. */
  cited: HTMLElement;
  engines: Engines;
}

/** The words for those who work with what they find; what they do is loaded when one is clicked. */
export function studyWords(
  { area, cited: shown, engines }: Study,
  state: SearchState,
  result: Result,
): Child[] {
  const { query } = state;
  if (!query || result.hits.length === 0) return [];
  const failed = () => fill(shown, [el('p', {}, words.contextsFailed)]);
  const toggle = button(
    words.contexts,
    () => {
      toggle.setAttribute('aria-pressed', String(area.toggleAttribute(CONTEXTS)));
      showContexts(area, engines, query).catch(failed);
    },
    { class: 'word', 'aria-pressed': String(area.hasAttribute(CONTEXTS)), 'data-toggle': 'contexts' },
  );
  async function cite(): Promise<void> {
    const [{ citation }, digest] = await Promise.all([engines.study(), engines.digest()]);
    const filters = setFilters(state.filters).map(([, value]) => value);
    const cited = {
      asked: [query, ...filters].join(' + '),
      found: words.total(result.total, result.exact),
      digest,
      archive: document.querySelector('.wordmark')?.textContent?.trim() ?? '',
      address: location.href,
      day: new Date(),
    };
    fill(shown, citation(cited));
  }
  const citing = button(words.cite, () => void cite().catch(failed), { class: 'word', 'data-cite': '' });
  return [toggle, citing, shown];
}

/** Shows the contexts of the hits that stand there, where they are asked for. @throws {Error} where they cannot be had */
export async function showContexts(area: HTMLElement, engines: Engines, query: string): Promise<void> {
  const list = area.querySelector<HTMLElement>('.hits');
  if (!area.hasAttribute(CONTEXTS) || !list) return;
  const rows = [...list.querySelectorAll<HTMLElement>('.hit:not(:has(.contexts))')];
  const { contexts } = await engines.study();
  // Rows of a query that was typed meanwhile are not these; and these may have been served while the bundle was loaded.
  const left = rows.filter((row) => row.isConnected && !row.querySelector('.contexts'));
  await contexts(engines, query, list, left);
}
