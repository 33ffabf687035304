import { file as hans } from '#bundle/hans';
import { file as hant } from '#bundle/hant';
import { tools as words } from '#locale';
import { loadBundle } from '../search/bundles.ts';
import { el } from '../search/dom.ts';
import { settingOf } from '../settings.ts';
import { originalText, showConverted } from '../shared/original-text.ts';
import { keepingLength } from './keeping-length.ts';

const DICTIONARIES = { hans, hant };

/** What is no Chinese text, or is typed by the reader. */
const LEFT = 'pre,code,kbd,samp,math,textarea,script,style,[lang]:not([lang|=zh])';

/** Attributes that are seen or spoken. */
const SAID = ['placeholder', 'aria-label', 'title'];
/** What converted attributes said, and what they were made to say: a script may have put another since. */
const written = new WeakMap<Element, Map<string, { original: string; shown: string }>>();
/** The page's language as it was written. */
const { lang } = document.documentElement;

let watch: MutationObserver | null = null;
/** The script the page is to be shown in, to tell what came late. */
let wanted: string | undefined;

/**
 * Shows the page in the script that the reader has set, and again as it was written without one. Text that comes later follows. What the
 * archive holds stays in the nodes (`shared/original-text.ts`): search, quotes and the voice go by that.
 * @param root address of the site's root
 */
export async function showScript(root: string): Promise<void> {
  const script = settingOf('script');
  if (script === wanted) return;
  wanted = script;
  watch?.disconnect();
  watch = null;
  document.getElementById('script-failed')?.remove();
  document.documentElement.lang = lang;
  if (script !== 'hans' && script !== 'hant') return show(document.documentElement, null);
  const convert = await loadBundle(script, DICTIONARIES[script], root).catch(() => null);
  if (wanted !== script) return;
  if (!convert) {
    wanted = undefined;
    return sayFailed();
  }
  const keeping = keepingLength(convert);
  // Fonts have other shapes for it, and voices other words.
  document.documentElement.lang = script === 'hant' ? 'zh-Hant' : 'zh-Hans';
  show(document.documentElement, keeping);
  watch = new MutationObserver((changes) => {
    for (const { target, addedNodes, type } of changes)
      for (const node of type === 'characterData' ? [target] : addedNodes) show(node, keeping);
  });
  watch.observe(document.body, { childList: true, characterData: true, subtree: true });
  // What a link marks is a range of the text that was there.
  if (/^#[pt]=/.test(location.hash)) dispatchEvent(new Event('hashchange'));
}

/** Converts every text below a node, or shows what is written there (null). */
function show(node: Node, convert: ((text: string) => string) | null): void {
  if (node.parentElement?.closest(LEFT)) return;
  const what = NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT;
  const walker = document.createTreeWalker(node, what, (inner) =>
    inner instanceof Element && inner.matches(LEFT) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  for (let next: Node | null = node; next; next = walker.nextNode())
    if (next instanceof Text) showConverted(next, convert?.(originalText(next)) ?? null);
    else if (next instanceof Element) showAttributes(next, convert);
}

/** Converts what an element says in attributes, or shows what is written there (null). */
function showAttributes(element: Element, convert: ((text: string) => string) | null): void {
  for (const name of SAID) {
    const now = element.getAttribute(name);
    const known = written.get(element) ?? new Map<string, { original: string; shown: string }>();
    const before = known.get(name);
    if (now === null || (!convert && !before)) continue;
    const original = before?.shown === now ? before.original : now;
    const shown = convert?.(original) ?? original;
    if (shown !== now) element.setAttribute(name, shown);
    written.set(element, known.set(name, { original, shown }));
  }
}

function sayFailed(): void {
  const line = el('p', { id: 'script-failed', role: 'alert', 'data-skip': '' }, words.scriptFailed);
  document.getElementById('main')?.prepend(line);
}
