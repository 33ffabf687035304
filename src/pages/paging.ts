/** Articles a numbered page. */
export const PAGE_SIZE = 100;

/**
 * Cuts positions (oldest first) into pages numbered from 1 at the oldest: the address of an article's page does not shift
 * when newer articles come.
 */
export function numberedPages(positions: readonly number[]): { number: number; positions: number[] }[] {
  const count = Math.ceil(positions.length / PAGE_SIZE);
  return Array.from({ length: count }, (_, at) => ({
    number: at + 1,
    positions: positions.slice(at * PAGE_SIZE, (at + 1) * PAGE_SIZE),
  }));
}
