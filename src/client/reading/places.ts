import { tools as words } from '#locale';
import { keepPreference, readPreference } from '../preferences.ts';
import { button, el } from '../search/dom.ts';
import { settingOf } from '../settings.ts';
import { writtenText } from '../shared/original-text.ts';
import { addPlace, type Place, readPlaces } from './kept-places.ts';

/** Screens of text from which on an article is long: shorter ones are read at once. */
const LONG = 3;
/** Part of an article that is not worth a way back, at its beginning and at its end, in percent. */
const BEGUN = 5;
const ENDED = 95;
/** How long scrolling pauses before the place is kept, in milliseconds. */
const PAUSE = 1000;

const storeOf = (root: string): string => `places ${new URL(root).pathname}`;
const placesOf = (root: string): Place[] => readPlaces(readPreference(storeOf(root)), root);

/** Keeps where a reader stopped in a long article, and leads back there, where the reader has asked for it. @param root address of the site's root */
export function wirePlaces(root: string): void {
  if (settingOf('place') !== 'on') {
    keepPreference(storeOf(root), null);
    return;
  }
  if (document.body.matches('.home')) showUnfinished(root);
  const text = document.getElementById('text');
  if (!text || text.offsetHeight < LONG * innerHeight) return;
  const path = location.pathname;
  const here = placesOf(root).find((place) => place.path === path);
  if (here && scrollY < innerHeight && !location.hash) offer(here, text);
  const line = el('progress', { class: 'progress', max: '100', 'aria-hidden': 'true', 'data-skip': '' });
  document.body.append(line);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = () => {
    const { top, height } = text.getBoundingClientRect();
    line.value = Math.min(100, Math.max(0, (100 * -top) / (height - innerHeight)));
    clearTimeout(timer);
    timer = setTimeout(keep, PAUSE);
  };
  const keep = () => {
    if (settingOf('place') !== 'on') return;
    const share = Math.round(line.value);
    // Whoever only looks again does not lose the place.
    if (share < BEGUN) return;
    const title = writtenText(document.querySelector('article h1'));
    const place = { path, block: blockHere(text), share, title };
    const places = addPlace(placesOf(root), place, share < ENDED);
    keepPreference(storeOf(root), places.length ? JSON.stringify(places) : null);
  };
  addEventListener('scroll', look, { passive: true });
  addEventListener('pagehide', keep);
}

/** The blocks of the text, without tools that stand between them. */
const blocksOf = (text: Element): Element[] => [...text.querySelectorAll(':scope > :not([data-skip])')];

/** Number of the first block of the text that reaches below the top of the window. */
function blockHere(text: Element): number {
  const block = blocksOf(text).findIndex((child) => child.getBoundingClientRect().bottom > 0);
  return Math.max(0, block);
}

/** A line above the text that leads to where somebody stopped. */
function offer({ block, share }: Place, text: Element): void {
  const target = blocksOf(text)[block];
  if (share >= ENDED || !target) return;
  let heading: Element | null = target;
  while (heading && !heading.matches('h2,h3,h4')) heading = heading.previousElementSibling;
  const line = el('p', { class: 'resume', role: 'status', 'data-skip': '' });
  line.append(
    words.resume(writtenText(heading)),
    button(words.goOn, () => {
      line.remove();
      target.scrollIntoView();
    }),
    button(words.forget, () => line.remove()),
  );
  text.before(line);
}

/** The articles that somebody has not read to their end, on the home page. */
function showUnfinished(root: string): void {
  const places = placesOf(root).filter(({ share }) => share < ENDED);
  if (places.length === 0) return;
  const rows = places.map(({ path, title, share }) =>
    el(
      'li',
      {},
      el('a', { href: new URL(path, root).href }, title),
      el('span', { class: 'by' }, words.read(share)),
    ),
  );
  const list = el('section', {}, el('h2', {}, words.unfinished), el('ol', { class: 'rows' }, ...rows));
  document.querySelector('main > section')?.before(list);
}
