/** The page of trends: words over time, from the index of exact search. Asks for what the address says, and keeps what a reader changes there. */
import { trendsUi as words } from '#locale';
import { button } from '../search/dom.ts';
import { Latest } from '../search/latest.ts';
import { lazyEngines } from '../search/lazy-engines.ts';
import { siteRoot } from '../shared/site-url.ts';
import { unread } from '../shared/unread.ts';
import { allowSiteScripts } from '../trusted-types.ts';
import { readTrendState, type TrendState, writeTrendState } from './trend-state.ts';
import { splitWords } from './trend-words.ts';
import { trendView } from './view.ts';

/** Milliseconds that counting may take before the wait is announced. */
const PATIENCE = 400;

const root = siteRoot();
const area = document.getElementById('trend');
const form = area?.querySelector('form');
const field = form?.querySelector('input');
if (area && form && field) {
  // This may come before the script of every page.
  allowSiteScripts(root);
  trendPage(area, form, field);
}

function trendPage(area: HTMLElement, form: HTMLFormElement, field: HTMLInputElement): void {
  const engines = lazyEngines('', root);
  const latest = new Latest();
  const view = trendView(area, root, choose, (word) =>
    choose({
      q: splitWords(state.q)
        .words.filter((other) => other !== word)
        .join('，'),
    }),
  );
  let state = readTrendState(location.search);

  function run(): void {
    const { words: asked, left } = splitWords(state.q);
    if (asked.length === 0) {
      latest.cancel();
      view.say('');
      view.hide('idle');
      return;
    }
    const wait = setTimeout(() => view.say(words.loading), PATIENCE);
    latest.run(
      async (signal) => {
        try {
          return await Promise.all(asked.map((query) => engines.months({ query, signal })));
        } finally {
          clearTimeout(wait);
        }
      },
      (found) => view.show({ asked, left, found }, state),
      () => {
        view.hide('error');
        view.say(words.failed, ...unread(root), button(words.retry, run, { class: 'word' }));
      },
    );
  }

  function showState(): void {
    field.value = state.q;
    run();
  }

  function choose(part: Partial<TrendState>): void {
    state = { ...state, ...part };
    history.pushState(null, '', writeTrendState(state) || location.pathname);
    showState();
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    choose({ q: field.value.trim() });
  });
  addEventListener('popstate', () => {
    state = readTrendState(location.search);
    showState();
  });
  showState();
}
