import { href, paths } from '../archive/paths.ts';

/** Articles a numbered page. */
export const PAGE_SIZE = 100;

/** How many numbered pages some articles take. */
export const pageCount = (articles: number): number => Math.ceil(articles / PAGE_SIZE);

/**
 * Cuts positions (oldest first) into pages numbered from 1 at the oldest: the address of an article's page does not shift
 * when newer articles come.
 */
export const numberedPages = (positions: readonly number[]): { number: number; positions: number[] }[] =>
  Array.from({ length: pageCount(positions.length) }, (_, at) => ({
    number: at + 1,
    positions: positions.slice(at * PAGE_SIZE, (at + 1) * PAGE_SIZE),
  }));

/** Links to the numbered pages of a group. @param first path of the group's own page */
export const pageLinks = (first: string, pages: number): { number: number; href: string }[] =>
  Array.from({ length: pages }, (_, at) => ({
    number: at + 1,
    href: href(paths.groupPage(first, at + 1)),
  }));
