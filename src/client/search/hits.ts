import { searchUi } from '#locale';
import type { Excerpt } from '../../search/gram/marks.ts';
import { writeFragment } from '../shared/passage-address.ts';
import { siteUrl } from '../shared/site-url.ts';
import { type Child, el } from './dom.ts';
import type { Hit } from './engine.ts';

/** One row: date, title, author; below them the sentences that match. The link leads to the first. */
export function hitRow(hit: Hit, root: string, kind: 'data-hit' | 'data-related'): HTMLLIElement {
  const href = siteUrl(hit.path, root) + writeFragment(hit.passage);
  const title = el('a', { class: 'hit-title', href, [kind]: hit.path }, ...marked(hit.title));
  const date = hit.date
    ? el('time', { class: 'hit-date', datetime: hit.date }, hit.date)
    : el('span', { class: 'hit-date' }, searchUi.undated);
  const author = el('span', { class: 'hit-author' }, ...marked(hit.author));
  const near =
    kind === 'data-hit' && hit.group === 'near' ? el('span', { class: 'hit-near' }, searchUi.near) : null;
  const texts = hit.excerpts.map((excerpt) => el('p', { class: 'hit-text' }, ...marked(excerpt)));
  return el('li', { class: 'hit' }, date, title, author, near, ...texts);
}

/** The text as nodes, its matches in `<mark>`. */
export function marked({ text, marks }: Excerpt): Child[] {
  const nodes: Child[] = [];
  let end = 0;
  for (const [from, to] of marks) {
    nodes.push(text.slice(end, from), el('mark', {}, text.slice(from, to)));
    end = to;
  }
  nodes.push(text.slice(end));
  return nodes;
}
