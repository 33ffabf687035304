/**
 * The one script of every page: keys, theme switch, and the bundles that are wanted only now and then.
 * `<script src="…/assets/boot-….js" data-search="search-….js" data-gram="…" data-related="…" data-passage="…" data-update="…" defer>`
 */
import { missing } from '#locale';
import { DISK } from '../offline/disk-layout.ts';
import { sayMissing } from './missing.ts';
import { register } from './offline/register.ts';
import { wireReading } from './reading.ts';
import { findField } from './search/field.ts';
import { runScript } from './shared/run-script.ts';
import { siteRoot } from './shared/site-url.ts';
import { isTyping, singleKeys, wantsSearch, wireShortcutSetting } from './shortcuts.ts';
import { wireThemeSwitch } from './theme-switch.ts';
import { allowScripts } from './trusted-types.ts';

const root = siteRoot();
const field = findField();
const names: DOMStringMap = { ...document.currentScript?.dataset };
const urlOf = (name: string) => `${root}assets/${names[name]}`;
const worker = `${root}sw.js`;
allowScripts([...Object.keys(names).map(urlOf), `${root}pagefind/pagefind-worker.js`, worker], root + DISK);

const wanted = new Set<string>();
function load(name: string): void {
  if (wanted.has(name)) return;
  wanted.add(name);
  runScript(urlOf(name)).catch(() => {
    wanted.delete(name);
    sayMissing(missing);
  });
}
const loadSearch = () => load('search');

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

// A site that may be kept offline has a word on newer builds.
if (names.update) addEventListener('load', () => register(worker, () => load('update')));

/** A link from a hit names the paragraph and the strings found there. */
const showPassage = () => {
  if (/^#[pt]=/.test(location.hash)) load('passage');
};
addEventListener('hashchange', showPassage);
showPassage();
