import { searchUi as words } from '#locale';
import { FILTERS } from '../../search/gram/filters.ts';
import { button, type Child } from './dom.ts';
import type { Result } from './engine.ts';
import { Latest } from './latest.ts';
import type { Engines } from './lazy-engines.ts';
import type { SearchState } from './search-state.ts';
import type { View } from './view.ts';

/** Milliseconds without a new query before what stands beside the hits is asked for: nobody wants it for half a word. */
const PAUSE = 350;
/** Related results shown. */
const RELATED = 10;

/** Where what stands beside the hits is asked for, and shown. */
interface Surroundings {
  engines: Engines;
  view: View;
  /** Address of the site's root, with its slash. */
  root: string;
  /** Changes part of the state and searches again. */
  choose(change: Partial<SearchState>): void;
}

/** What a reader may want to know besides the hits. What of it cannot be had is left out: the hits stand without it. */
export function makeBeside({ engines, view, root, choose }: Surroundings) {
  const aside = new Latest();
  const advice = new Latest();
  const suggestions = new Latest();
  const related = new Latest();
  const ask = (query: string) => choose({ query });
  const failed = () => undefined;

  function tellAside(state: SearchState, result: Result): void {
    const { query, filters } = state;
    const { hits, total, inBoilerplate } = result;
    aside.run(
      async (signal) => {
        if (hits.length > 0) await new Promise((resolve) => setTimeout(resolve, PAUSE));
        signal.throwIfAborted();
        return Promise.all([engines.beside(), engines.aside({ query, filters, signal })]);
      },
      ([{ asideLine, boilerplateWord, suggestionLine, suggestionsOf }, found]) => {
        const leaveOut = () => choose({ filters: { ...filters, boilerplate: 'no' } });
        const { first, last, wider } = found;
        // An estimate may be of articles that do not hold it either.
        const sure = hits.length > 0 || wider?.exact ? wider : null;
        const mentions = total > 1 ? { first, last } : { first: null, last: null };
        view.aside([
          ...asideLine({ ...mentions, wider: sure }, root, ask),
          inBoilerplate ? boilerplateWord(leaveOut) : null,
        ]);
        suggestions.run(
          (signal) => suggestionsOf(state, result, found, engines, signal),
          (some) => view.suggest(suggestionLine(some, ask)),
          failed,
        );
      },
      failed,
    );
  }

  /** Looks for related results other than the hits shown. */
  function runRelated(state: SearchState): void {
    const { query, filters } = state;
    const shown = new Set(view.links().map((link) => link.dataset.hit ?? ''));
    related.run(
      async (signal) =>
        (await engines.related?.({ query, filters, limit: RELATED + shown.size, signal })) ?? [],
      (hits) => view.related(hits.filter(({ path }) => !shown.has(path)).slice(0, RELATED)),
      () => view.relatedError(() => runRelated(state)),
    );
  }

  return {
    cancel(): void {
      for (const one of [aside, advice, suggestions, related]) one.cancel();
    },

    /** Tells of a result, once nothing else is typed; of an empty one at once what may help. */
    tell(state: SearchState, result: Result): void {
      tellAside(state, result);
      if (result.hits.length > 0) return;
      advice.run(
        async (signal) => (await engines.beside()).adviceFor(state, engines, signal, choose),
        view.advise,
        failed,
      );
    },

    /** The word that asks Pagefind; null where it cannot answer, or does not know a condition that is set. */
    related(state: SearchState): Child {
      const isKnown = FILTERS.every(({ name, pagefind }) => pagefind || !state.filters[name]);
      if (!engines.related || !state.query || !isKnown) return null;
      return button(words.askPagefind, () => runRelated(state), { class: 'word', 'data-ask': 'pagefind' });
    },
  };
}
