import { picturesPreference, readPreference } from '../preferences.ts';

/** What the reading bundle makes something of. */
const BLOCKS = 'a[data-image], #text pre, .scroll';
/** What it answers a click on. */
const CLICKED = 'a[data-image], button.pictures';
/** Signs that somebody has the page in hand. */
const SIGNS = ['pointermove', 'pointerdown', 'keydown', 'focusin', 'scroll'];

/**
 * Loads the bundle for pictures, code and tables with a reader's first sign, so that reading does not wait for it; at once where the
 * reader wants all pictures. A click that comes before the bundle waits for it.
 * @param load settles when the bundle has run, or cannot be had
 */
export function wireFirstSign(root: string, load: () => Promise<void>): void {
  if (!document.querySelector(BLOCKS)) return;
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
