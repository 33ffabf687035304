/** Titles of articles in lists, and of hits. */
const ROWS = 'main .rows > li > a, main a[data-hit]';

/**
 * Moves the focus to the next or previous title of a list; without one in focus, to the first that is in sight.
 * @param step 1 or -1
 */
export function walkRows(step: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>(ROWS)].filter((row) => row.offsetParent !== null);
  const active = document.activeElement;
  // From a link beside a title, such as its author, one goes on from its row.
  const row = active?.closest('.rows > li');
  const at = rows.findIndex((one) => one === active || (row?.contains(one) ?? false));
  const next =
    at < 0
      ? rows.find((one) => isAhead(one.getBoundingClientRect().top))
      : rows[Math.min(Math.max(at + step, 0), rows.length - 1)];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}

/** Whether a row is where walking begins: in sight, or further down, but that who reads an article is not thrown to its foot. */
const isAhead = (top: number): boolean =>
  top >= 0 && (top < innerHeight || document.getElementById('text') === null);
