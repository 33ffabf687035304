/** The one script of every page: keys, and the bundles that are wanted only now and then. */
import { file as passage } from '#bundle/passage';
import { file as reading } from '#bundle/reading';
import { file as replay } from '#bundle/replay';
import { file as search } from '#bundle/search';
import { file as searchCss } from '#bundle/searchCss';
import { file as tools } from '#bundle/tools';
import { file as toolsCss } from '#bundle/toolsCss';
import { file as update } from '#bundle/update';
import { missing } from '#locale';
import { NEWS } from './offline/messages.ts';
import { readPreference } from './preferences.ts';
import { wireTools } from './reading/asks.ts';
import { wireFirstSign } from './reading/first-sign.ts';
import { openTarget } from './reading/targets.ts';
import { findField } from './search/field.ts';
import { settingOf } from './settings.ts';
import { addStyle, runScript } from './shared/run-script.ts';
import { siteRoot } from './shared/site-url.ts';
import { commandHere } from './shortcuts.ts';
import { allowSiteScripts } from './trusted-types.ts';

const root = siteRoot();
const own = document.currentScript?.dataset.own;
const field = findField();
const results = document.getElementById('results');
const worker = `${root}sw.js`;
allowSiteScripts(root);

const wanted = new Map<string, Promise<void>>();
/** Loads a part of the site once; says so where it cannot be had, and tries again when it is wanted again. */
function once(file: string, run: (url: string) => Promise<void>): Promise<void> {
  const loading =
    wanted.get(file) ??
    run(`${root}assets/${file}`).catch(() => {
      wanted.delete(file);
      sayMissing();
    });
  wanted.set(file, loading);
  return loading;
}
const load = (file: string) => once(file, runScript);
const loadStyle = (file: string) => once(file, addStyle);
/** Says above the page's content, once, that a part of the site could not be read. */
function sayMissing(): void {
  const id = 'missing';
  if (document.getElementById(id)) return;
  const line = document.createElement('p');
  line.id = id;
  line.setAttribute('role', 'alert');
  line.textContent = location.protocol === 'file:' ? missing.disk : missing.net;
  document.getElementById('main')?.prepend(line);
}

function loadSearch(): void {
  // The search page has its styles; they are not waited for, because results come later than they do.
  if (!results) loadStyle(searchCss);
  load(search);
}
/** Settings, help, previews, quotes: all that somebody who only reads never needs. */
const loadTools = () => Promise.all([loadStyle(toolsCss), load(tools)]);

if (field) {
  const { input } = field;
  // The search page loads it by itself; where that failed, this tries again and says so.
  const isThere = results?.querySelector('.hits');
  if (!isThere) input.addEventListener('focus', loadSearch);
  if (results ? !isThere : document.activeElement === input) loadSearch();
  document.addEventListener('keydown', (event) => {
    if (commandHere(event) !== 'search') return;
    event.preventDefault();
    input.focus();
    input.select();
  });
}
// Only a script can add these to reading; every page is whole without them.
addEventListener('pageshow', openTarget);
addEventListener('hashchange', openTarget);
wireFirstSign(root, () => load(reading));
wireTools(loadTools);
// A place is kept, another script read, and what was chosen under an old name moved, without anybody's asking twice.
if (settingOf('place') || settingOf('script') || ['theme', 'shortcuts'].some(readPreference)) loadTools();
// What its own page needs: where it cannot be read, the page says so.
if (own) load(own);
// A list that can be read through, or an article that is read in one.
if (location.hash.startsWith('#replay=')) loadStyle(toolsCss).then(() => load(replay));
else if (document.querySelector('a.replay')) load(replay);

/** Starts the service worker, and asks it for news: a newer build of the site waits, or what is saved is of an older one. */
function register(): void {
  const container: ServiceWorkerContainer | undefined = navigator.serviceWorker;
  if (!container) return;
  container.onmessage = () => load(update);
  container.register(worker).then(
    ({ active }) => active?.postMessage(NEWS),
    // From a disk, in some private windows: the site works without it.
    () => undefined,
  );
}
// A site that may be kept offline has a word on newer builds.
if (document.querySelector('link[rel=manifest]')) addEventListener('load', register);

/** A link from a hit names the paragraph and the strings found there. */
const showPassage = () => {
  if (/^#[pt]=/.test(location.hash)) load(passage);
};
addEventListener('hashchange', showPassage);
showPassage();
