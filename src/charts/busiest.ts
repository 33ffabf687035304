/** A year, and how much it holds. */
interface YearTotal {
  year: number;
  count: number;
}

/**
 * Finds the stretch of years that holds most: a stray date of the year 1 or 9999 must not make thousands of bars.
 * @param years ascending; those that hold nothing may be missing
 * @param most years in the stretch
 * @returns its first and last year, and how much lies outside; of two that hold as much the later one; null without years
 */
export function busiestYears(
  years: readonly YearTotal[],
  most: number,
): { first: number; last: number; outside: number } | null {
  let total = 0;
  let sum = 0;
  let from = 0;
  let best: { first: number; last: number; sum: number } | null = null;
  for (const { year, count } of years) {
    total += count;
    sum += count;
    for (let first = years[from]; first && year - first.year >= most; first = years[++from])
      sum -= first.count;
    const first = years[from]?.year ?? year;
    if (!best || sum >= best.sum) best = { first, last: year, sum };
  }
  return best && { first: best.first, last: best.last, outside: total - best.sum };
}
