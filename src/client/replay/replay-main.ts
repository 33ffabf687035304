/** Reading through: a link «from the first on» begins it, and an article that is read in it shows its place and leads on. */
import { replay as words } from '#locale';
import { fetchPage, rowsOf } from '../reading/fetch-rows.ts';
import { el } from '../search/dom.ts';
import {
  addressIn,
  forgetSequence,
  keepSequence,
  keptSequence,
  placeIn,
  type Sequence,
  withMore,
} from './sequence.ts';

/** Mark of an address that is read in a sequence. */
const MARK = '#replay=';
const isMarked = location.hash.startsWith(MARK);

const links = document.querySelectorAll<HTMLAnchorElement>('a.replay');
for (const link of links)
  link.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    begin(link, (address) => location.assign(address));
  });
// The page of a list that reading came to: it goes on with its first article.
if (isMarked && links[0]) begin(links[0], (address) => location.replace(address));
else if (isMarked) showBar();

/** Begins with the first article of the list that a link belongs to. */
async function begin(link: HTMLAnchorElement, goTo: (address: string) => void): Promise<void> {
  const { name = '', total, offset = '0', list, next = '' } = link.dataset;
  const kept = keptSequence();
  const own = location.href.replace(/#.*$/, '');
  const folder = (list ? whole(list) : own).replace(/[^/]*$/, '');
  const start: Sequence = {
    name,
    list: own,
    folder,
    // A numbered page does not know how many there are in all; where reading came from does.
    total: Number(total ?? (kept?.folder === folder ? kept.total : 0)),
    offset: Number(offset),
    items: [],
    next: whole(next),
  };
  let sequence = start;
  try {
    sequence = list ? await extended(start, whole(list)) : { ...start, items: itemsOf(document, link.href) };
  } catch {
    // From a disk no page reads another: the list itself goes on.
    if (keepSequence(start) && list) return goTo(`${whole(list)}${MARK}1`);
  }
  const isKept = keepSequence(sequence) && sequence.items.length > 0;
  goTo(isKept ? addressIn(sequence, 0) : link.href);
}

/** An address as a page has it, whole. */
const whole = (address: string): string => (address ? new URL(address, document.baseURI).href : '');

/** The articles that a page lists, the first one first. @param first address of the oldest */
function itemsOf(page: Document, first: string): Sequence['items'] {
  const items = rowsOf(page).flatMap((row) => {
    const link = row.querySelector<HTMLAnchorElement>(':scope > a');
    return link ? [{ href: link.href, title: link.textContent ?? '' }] : [];
  });
  return items.at(-1)?.href === first ? items.reverse() : items;
}

/** A sequence with the articles of another page of its list. @throws {Error} from a disk, or without network */
async function extended(sequence: Sequence, address: string): Promise<Sequence> {
  const page = await fetchPage(address);
  const link = page.querySelector<HTMLAnchorElement>('a.replay');
  const next = link?.dataset.next;
  return withMore(sequence, itemsOf(page, link?.href ?? ''), next ? new URL(next, address).href : '');
}

/** Shows the place of this article among those that are read, and the ways on. */
async function showBar(): Promise<void> {
  const kept = keptSequence();
  const at = kept ? placeIn(kept, location.href) : -1;
  if (!kept || at < 0) return;
  const bar = el('nav', { class: 'replay-bar', 'aria-label': words.start });
  draw(bar, kept, at);
  document.getElementById('main')?.before(bar);
  document.documentElement.dataset.replay = '';
  if (at < kept.items.length - 1 || !kept.next) return;
  try {
    const more = await extended(kept, kept.next);
    keepSequence(more);
    draw(bar, more, placeIn(more, location.href));
  } catch {
    // The way on stays the page of the list.
  }
}

function draw(bar: HTMLElement, sequence: Sequence, at: number): void {
  const { name, list, total, offset, items, next } = sequence;
  const step = (to: number, rel: string, word: string) =>
    items[to] ? el('a', { href: addressIn(sequence, to), rel, title: items[to].title }, word) : null;
  const stop = el('button', { type: 'button' }, words.stop);
  stop.addEventListener('click', () => {
    forgetSequence();
    bar.remove();
    delete document.documentElement.dataset.replay;
    history.replaceState(history.state, '', location.href.replace(/#.*$/, ''));
  });
  const onward =
    step(at + 1, 'next', words.next) ??
    (next
      ? el('a', { href: `${next}${MARK}${offset + at + 2}`, rel: 'next' }, words.next)
      : el('span', {}, words.end));
  const parts = [
    el('a', { class: 'of', href: list }, name),
    el('span', { class: 'n' }, words.place(offset + at + 1, total)),
    step(at - 1, 'prev', words.previous),
    onward,
    stop,
  ];
  bar.replaceChildren(...parts.filter((part) => part !== null));
}
