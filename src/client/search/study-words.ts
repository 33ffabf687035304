import { searchUi as words } from '#locale';
import { button, type Child, el, fill } from './dom.ts';
import type { Result } from './engine.ts';
import type { Engines } from './lazy-engines.ts';
import { type SearchState, setFilters } from './search-state.ts';
import { toggle } from './toggle.ts';

/** The words for those who work with what they find; what they do is loaded when one is clicked. @param root address of the site's root, with its slash */
export function makeStudyWords(area: HTMLElement, engines: Engines, root: string) {
  const cited = el('div', { class: 'search-cited' });
  const saving = el('p', { class: 'contexts-save' });
  let last: [state: SearchState, result: Result] | undefined;
  const failed = () => fill(cited, [el('p', {}, words.contextsFailed)]);

  /** Shows the contexts of the hits that stand there, where they are asked for. */
  async function showContexts(): Promise<void> {
    const list = area.querySelector<HTMLElement>('.hits');
    if (!last || !list || !area.hasAttribute('data-contexts')) return;
    const [state, result] = last;
    const rows = [...list.querySelectorAll<HTMLElement>('.hit:not(:has(.contexts))')];
    const { contexts, saveLine } = await engines.study();
    // Rows of a query that was typed meanwhile are not these; and these may have been served while the bundle was loaded.
    const left = rows.filter((row) => row.isConnected && !row.querySelector('.contexts'));
    if (last[1] === result) {
      fill(saving, saveLine({ engine: engines, state, result, root }));
      if (saving.nextElementSibling !== list) list.before(saving);
    }
    await contexts(engines, state, left);
  }

  async function cite(state: SearchState, result: Result): Promise<void> {
    const [{ citation }, digest] = await Promise.all([engines.study(), engines.digest()]);
    const filters = setFilters(state.filters).map(([, value]) => value);
    const found = {
      asked: [state.query, ...filters].join(' + '),
      found: words.total(result.total, result.exact),
      digest,
      archive: document.querySelector('.wordmark')?.textContent?.trim() ?? '',
      address: location.href,
      day: new Date(),
    };
    fill(cited, citation(found));
  }

  return {
    /** Forgets the results of another question. */
    clear(): void {
      last = undefined;
      fill(cited, []);
      fill(saving, []);
    },

    /** Takes the results that stand there. */
    show(state: SearchState, result: Result): void {
      last = [state, result];
      showContexts().catch(failed);
    },

    /** The word that shows contexts in place of excerpts; it stands above the hits, so that nothing above the reader moves. */
    contexts: ({ query }: SearchState): Child =>
      query ? toggle(area, 'contexts', words.contexts, () => void showContexts().catch(failed)) : null,

    /** The word that cites the search, and the place of the citation. */
    citing: (state: SearchState, result: Result): Child[] =>
      state.query && result.hits.length > 0
        ? [
            button(words.cite, () => void cite(state, result).catch(failed), {
              class: 'word',
              'data-cite': '',
            }),
            cited,
          ]
        : [],
  };
}
