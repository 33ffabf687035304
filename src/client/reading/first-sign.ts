import { picturesPreference, readPreference } from '../preferences.ts';

/** What the reading bundle answers a click on. */
const CLICKED = 'a[data-image], button.pictures';
/** Signs that somebody has the page in hand. */
const SIGNS = ['pointermove', 'pointerdown', 'keydown', 'focusin', 'scroll'];

/**
 * Loads the bundle for contents, pictures, code and tables with a reader's first sign, so that reading does not wait for it; at once where the
 * reader wants all pictures. A click that comes before the bundle waits for it.
 * @param load settles when the bundle has run, or cannot be had
 */
export function wireFirstSign(root: string, load: () => Promise<void>): void {
  if (!document.getElementById('text')) return;
  // The margin has room for all contents from the first paint on.
  const contents = document.querySelector<HTMLDetailsElement>('.contents details');
  if (contents) contents.open = matchMedia('(width >= 1100px)').matches;
  let isSettled = false;
  const begin = async () => {
    for (const sign of SIGNS) removeEventListener(sign, begin);
    await load();
    isSettled = true;
  };
  for (const sign of SIGNS) addEventListener(sign, begin, { passive: true });
  addEventListener('click', async (event) => {
    const clicked = event.target instanceof Element && event.target.closest<HTMLElement>(CLICKED);
    if (isSettled || !clicked || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    await begin();
    clicked.click();
  });
  if (readPreference(picturesPreference(root)) !== null) begin();
}
