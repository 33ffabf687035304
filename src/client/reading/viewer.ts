import { tools as words } from '#locale';
import { button, el } from '../search/dom.ts';
import { openSheet } from './sheet.ts';

/** Pictures that are there; what stands in a line of text is no picture to look at. */
const PICTURES = '#text img';
/** Least width of a picture that is looked at, in pixels. */
const LEAST = 64;

const picturesHere = (): HTMLImageElement[] =>
  [...document.querySelectorAll<HTMLImageElement>(PICTURES)].filter(({ width }) => width >= LEAST);

/** The picture that a click or key is about: the one pressed, or the first in sight; null for none, or one that is a link elsewhere. */
export function pictureAt(target: EventTarget | null): HTMLImageElement | null {
  const pictures = picturesHere();
  if (target === null)
    return pictures.find((one) => one.getBoundingClientRect().bottom > 0) ?? pictures[0] ?? null;
  const element = target instanceof Element ? (target.querySelector('img') ?? target) : null;
  const picture = pictures.find((one) => one === element);
  const link = picture?.closest('a');
  return picture && (!link || link.matches('.image')) ? picture : null;
}

/** Shows a picture as large as the window, with its description; arrow keys go on to others of the article. */
export function openViewer(picture: HTMLImageElement): void {
  const pictures = picturesHere();
  let at = pictures.indexOf(picture);
  const image = el('img', {});
  const caption = el('p', { class: 'note', 'aria-live': 'polite' });
  const show = (next: number) => {
    at = (next + pictures.length) % pictures.length;
    const { src = '', alt = '' } = pictures[at] ?? {};
    const link = pictures[at]?.closest<HTMLAnchorElement>('a.image');
    image.referrerPolicy = 'no-referrer';
    image.src = src;
    image.alt = alt || (link?.textContent?.trim() ?? '');
    caption.textContent = words.picture(at + 1, pictures.length, image.alt);
  };
  const steps =
    pictures.length > 1
      ? [button(words.previousPicture, () => show(at - 1)), button(words.nextPicture, () => show(at + 1))]
      : [];
  const sheet = openSheet('picture', words.pictures, [image, caption], steps);
  sheet?.addEventListener('keydown', ({ key }) => {
    if (key === 'ArrowLeft') show(at - 1);
    if (key === 'ArrowRight') show(at + 1);
  });
  show(at);
}
