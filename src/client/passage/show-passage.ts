/** The bundle that leads from a hit to its paragraph: loaded where the address names one. */
import { readFragment } from '../shared/passage-address.ts';
import { bare, plainText, rangeOf } from './plain-text.ts';

/** Name of the highlight in the styles. */
const NAME = 'found';
/** How far below the top of the window the string comes to stand, as a share of its height. */
const HEIGHT = 0.3;

/** Marks the strings that the address names, wherever they stand in the article, and scrolls to the first in its passage. */
function showPassage(): void {
  const address = readFragment(location.hash);
  const body = document.getElementById('text');
  if (!address || !body) return;
  const plain = plainText(body);
  const begin = plain.passages[address.passage ?? 0] ?? 0;
  const ranges: Range[] = [];
  let target: Range | null = null;
  let best = Number.POSITIVE_INFINITY;
  for (const text of address.strings.map(bare).filter(Boolean)) {
    for (let at = plain.text.indexOf(text); at >= 0; at = plain.text.indexOf(text, at + text.length)) {
      const range = rangeOf(plain, at, at + text.length);
      if (!range) continue;
      ranges.push(range);
      if (at >= begin && at < best) [target, best] = [range, at];
    }
  }
  mark(ranges, target);
  const next =
    plain.passages.slice((address.passage ?? 0) + 1).find((at) => at !== null) ?? plain.text.length;
  // A browser that knows text directives has shown the sentence of a quote already.
  if (address.strings.length === 0 && isInSight(rangeOf(plain, begin, next))) return;
  const goal = target ?? rangeOf(plain, begin, begin + 1);
  if (goal) scrollTo(goal);
}

/** Colours the ranges; where the browser cannot, it selects the one looked for. */
function mark(ranges: readonly Range[], target: Range | null): void {
  if ('highlights' in CSS) CSS.highlights.set(NAME, new Highlight(...ranges));
  else if (target) getSelection()?.addRange(target);
}

/** True where some of a range is in the window, and the reader is not at the top of the page, where nothing was shown yet. */
function isInSight(range: Range | null): boolean {
  const box = range?.getBoundingClientRect();
  return scrollY > 0 && box !== undefined && box.bottom > 0 && box.top < innerHeight;
}

function scrollTo(range: Range): void {
  for (let node = range.startContainer.parentElement; node; node = node.parentElement)
    if (node instanceof HTMLDetailsElement) node.open = true;
  const { top } = range.getBoundingClientRect();
  window.scrollBy({ top: top - innerHeight * HEIGHT, behavior: 'instant' });
}

addEventListener('hashchange', showPassage);
showPassage();
