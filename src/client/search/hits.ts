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
  const texts = hit.excerpts.map((excerpt) => el('p', { class: 'hit-text' }, ...marked(excerpt)));
  return el('li', { class: 'hit' }, date, title, author, ...texts);
}

/**
 * Rows of hits, those of another group than the one before under a heading that says why they are there.
 * @param before the hit that stands before them
 */
export function hitRows(hits: readonly Hit[], before: Hit | undefined, root: string): HTMLLIElement[] {
  return hits.flatMap((hit, at) => {
    const row = hitRow(hit, root, 'data-hit');
    const last = hits[at - 1] ?? before;
    const isNew = last ? last.group !== hit.group && hit.group !== 'literal' : hit.group === 'near';
    if (!isNew || hit.group === 'literal') return [row];
    return [el('li', { class: 'hit-group' }, el('h2', {}, searchUi.groups[hit.group])), row];
  });
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
