import { trendsUi as words } from '#locale';
import type { ChartNode } from '../../charts/node.ts';
import { button, el } from '../search/dom.ts';
import { type Counted, searchAddress } from './drawn.ts';
import { chartElement } from './svg-element.ts';

/**
 * A word of the trend: its line, what was found of it, and the way to take it away.
 * @param at its number among the words
 * @param root address of the site's root
 */
export function legendEntry(
  { word, total, exact, searchable }: Counted,
  at: number,
  root: string,
  remove: () => void,
): HTMLElement {
  const name = searchable
    ? el('a', { href: searchAddress(word, '', root), title: words.searchFor(word) }, word)
    : el('span', {}, word);
  const away = button('×', remove, { 'aria-label': words.remove(word), class: 'remove' });
  const count = el('span', { class: 'n' }, words.total(total, exact));
  return el('li', {}, chartElement(lineSample(at + 1, !exact)), name, count, away);
}

const lineSample = (colour: number, about: boolean): ChartNode => ({
  name: 'svg',
  attributes: { class: 'plot-line', width: 22, height: 8, 'aria-hidden': 'true' },
  children: [
    {
      name: 'path',
      attributes: { class: about ? `line s${colour} about` : `line s${colour}`, d: 'M1 4h20' },
      children: [],
    },
  ],
});
