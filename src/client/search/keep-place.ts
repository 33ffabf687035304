/** Milliseconds after the last movement until the place is kept. */
const STILL = 150;

/** Has a page keep its place whenever it has been scrolled, and when it is left; where to scroll to on the way back is the page's own business. */
export function keepPlace(keep: () => void): void {
  // What a page shows comes after the browser would have scrolled to where the reader was.
  history.scrollRestoration = 'manual';
  let still: ReturnType<typeof setTimeout> | undefined;
  addEventListener('scroll', () => {
    clearTimeout(still);
    still = setTimeout(keep, STILL);
  });
  addEventListener('pagehide', keep);
}
