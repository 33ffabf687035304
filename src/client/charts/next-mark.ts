/** The middle of a chart's mark, in pixels. */
export interface MarkPlace {
  x: number;
  y: number;
}

/** How much farther a mark is beside the way than along it. */
const ASIDE = 4;

/**
 * Where an arrow key leads from a mark of a chart: left and right to the nearest one that way; up and down, where marks stand in columns, to the one
 * before and after. Home and End lead to the first and the last.
 * @param marks in the order of time
 * @returns a position among the marks, or null where the key leads nowhere
 */
export function nextMark(
  marks: readonly MarkPlace[],
  at: number,
  key: string,
  hasColumns: boolean,
): number | null {
  const there = (position: number): number | null => (marks[position] ? position : null);
  if (key === 'Home') return there(0);
  if (key === 'End') return there(marks.length - 1);
  if (hasColumns && key === 'ArrowUp') return there(at - 1);
  if (hasColumns && key === 'ArrowDown') return there(at + 1);
  const from = marks[at];
  const step = key === 'ArrowLeft' ? -1 : key === 'ArrowRight' ? 1 : 0;
  if (!from || step === 0) return null;
  let best: number | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const [position, { x, y }] of marks.entries()) {
    const along = (x - from.x) * step;
    const far = along + Math.abs(y - from.y) * ASIDE;
    // Marks of one column are half a pixel apart at most.
    if (along > 0.5 && far < least) [best, least] = [position, far];
  }
  return best;
}
