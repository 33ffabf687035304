import { searchStrings as strings } from '../../strings.ts';
import { type Child, el } from './dom.ts';
import type { Excerpt, Hit } from './engine.ts';

/** One row: date, title, author; below them the sentence that matches. */
export function hitRow(hit: Hit, root: string): HTMLLIElement {
  const title = el(
    'a',
    { class: 'hit-title', href: pageUrl(hit.path, root), 'data-hit': hit.path },
    hit.title,
  );
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

/** Address of a page: each step of the path escaped, so that a `#` or `?` in a file name stays part of it. */
export function pageUrl(path: string, root: string): string {
  return root + path.split('/').map(encodeURIComponent).join('/');
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
