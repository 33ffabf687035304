import { searchUi as strings } from '../../locales/zh-Hans.ts';
import { type Child, el } from './dom.ts';
import type { Excerpt, Hit } from './engine.ts';
import { pageUrl, writePlace } from './page-url.ts';

/** How a row's link is marked: what matches, and what is only related. */
export type Mark = 'data-hit' | 'data-related';

/** One row: date, title, author; below them the sentence that matches. The link leads to that sentence. */
export function hitRow(hit: Hit, root: string, mark: Mark): HTMLLIElement {
  const href = pageUrl(hit.path, root) + writePlace(hit.place);
  const title = el('a', { class: 'hit-title', href, [mark]: hit.path }, ...marked(hit.title));
  const date = hit.date
    ? el('time', { class: 'hit-date', datetime: hit.date }, hit.date)
    : el('span', { class: 'hit-date' }, strings.undated);
  const author = el('span', { class: 'hit-author' }, hit.author);
  return el(
    'li',
    { class: 'hit' },
    date,
    title,
    author,
    el('p', { class: 'hit-text' }, ...marked(hit.excerpt)),
  );
}

/** The text as nodes, its matches in `<mark>`. */
function marked({ text, marks }: Excerpt): Child[] {
  const nodes: Child[] = [];
  let end = 0;
  for (const [from, to] of marks) {
    nodes.push(text.slice(end, from), el('mark', {}, text.slice(from, to)));
    end = to;
  }
  nodes.push(text.slice(end));
  return nodes;
}
