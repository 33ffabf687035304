import { readingUi as words } from '#locale';
import { keepPreference, picturesPreference, readPreference } from '../preferences.ts';
import { el } from '../search/dom.ts';

/** How far outside of the window pictures are fetched when all are wanted, so that they have their size before they come into sight. */
const AHEAD = '1500px';

/**
 * Pictures of other hosts are links until the reader asks for one, for all of the page, or for those of every article from now on.
 * `<a class="image" href="https://…" data-image="host" data-name="图 3" data-width="…" data-height="…">description</a>`
 */
export function wirePictures(root: string): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('a[data-image]')];
  for (const link of links)
    link.addEventListener('click', (event) => {
      if (link.dataset.image === undefined || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      show(link);
    });
  const showAll = () => {
    const watch = new IntersectionObserver(
      (seen) => {
        for (const { isIntersecting, target } of seen)
          if (isIntersecting && target instanceof HTMLAnchorElement) {
            watch.unobserve(target);
            show(target);
          }
      },
      { rootMargin: AHEAD },
    );
    for (const link of links) watch.observe(link);
  };
  wireChoice(picturesPreference(root), showAll);
}

/** Wires the button: first it shows the page's pictures, then it offers to do so on every page of the archive, then to stop. */
function wireChoice(name: string, showAll: () => void): void {
  const button = document.querySelector('button.pictures');
  let state: 'asks' | 'shown' | 'always' = readPreference(name) === null ? 'asks' : 'always';
  const say = () => {
    if (button && state !== 'asks')
      button.textContent = state === 'shown' ? words.alwaysPictures : words.askPictures;
  };
  if (state === 'always') showAll();
  say();
  button?.addEventListener('click', () => {
    if (state === 'asks') showAll();
    state = state === 'shown' ? 'always' : 'shown';
    keepPreference(name, state === 'always' ? 'show' : null);
    say();
  });
}

/** Fetches a picture into its link. Until it is there the link keeps its words, and room; where it cannot be had, it says so. */
function show(link: HTMLAnchorElement): void {
  const { image, width, height, state } = link.dataset;
  if (image === undefined || state === words.loading) return;
  const picture = new Image(Number(width) || undefined, Number(height) || undefined);
  picture.decoding = 'async';
  picture.referrerPolicy = 'no-referrer';
  if (link.nextElementSibling?.matches('.failed')) link.nextElementSibling.remove();
  link.dataset.state = words.loading;
  picture.addEventListener('error', () => {
    delete link.dataset.state;
    link.after(failure(link));
  });
  picture.addEventListener('load', () => {
    const { bottom, height: before } = link.getBoundingClientRect();
    delete link.dataset.state;
    delete link.dataset.image;
    // The description stays: it is text of the article, and search counts it.
    const description = el('span', { class: 'visually-hidden' }, ...link.childNodes);
    link.replaceChildren(picture, description);
    // What the reader is looking at stays where it is, also where the browser does not see to it.
    if (bottom < 0 && !CSS.supports('overflow-anchor', 'auto'))
      scrollBy(0, link.getBoundingClientRect().height - before);
  });
  picture.src = link.href;
}

/** What may be done about a picture that cannot be had. */
function failure(link: HTMLAnchorElement): HTMLElement {
  const again = el('button', { type: 'button' }, words.again);
  again.addEventListener('click', () => show(link));
  const archive = document.getElementById('text')?.dataset.wayback ?? '';
  const outside = { rel: 'external noopener noreferrer' };
  return el(
    'span',
    { class: 'failed', role: 'status', 'data-skip': '' },
    words.failed,
    again,
    el('a', { ...outside, href: link.href }, words.address),
    el('a', { ...outside, href: archive + link.href }, words.wayback),
  );
}
