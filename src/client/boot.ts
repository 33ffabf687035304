/**
 * The one script of every page: keys, theme switch, and the search bundle when it is wanted.
 * `<script src="…/assets/boot-….js" data-search="search-….js" defer>`
 */
import { wireReading } from './reading.ts';
import { findField } from './search/field.ts';
import { isTyping, singleKeys, wantsSearch, wireShortcutSetting } from './shortcuts.ts';
import { siteRoot } from './site-root.ts';
import { wireThemeSwitch } from './theme-switch.ts';
import { allowScripts } from './trusted-types.ts';

const root = siteRoot();
const field = findField();
const bundle = `${root}assets/${document.currentScript?.dataset.search}`;
allowScripts([bundle, `${root}pagefind/pagefind-worker.js`]);

let loaded = false;
function loadSearch(): void {
  if (loaded) return;
  loaded = true;
  const script = document.createElement('script');
  script.src = bundle;
  script.addEventListener('error', () => {
    loaded = false;
  });
  document.head.append(script);
}

if (field) {
  const { input } = field;
  input.addEventListener('focus', loadSearch);
  if (document.getElementById('results') || document.activeElement === input) loadSearch();
  document.addEventListener('keydown', (event) => {
    if (!wantsSearch(event, isTyping(event.target), singleKeys())) return;
    event.preventDefault();
    input.focus();
    input.select();
  });
}
wireThemeSwitch();
wireShortcutSetting();
wireReading();
