import { href, paths } from '../archive/paths.ts';

/** Articles a numbered page. */
export const PAGE_SIZE = 100;

/**
 * Cuts positions (oldest first) into pages numbered from 1 at the oldest: the address of an article's page does not shift
 * when newer articles come.
 */
export const numberedPages = (positions: readonly number[]): { number: number; positions: number[] }[] =>
  Array.from({ length: Math.ceil(positions.length / PAGE_SIZE) }, (_, at) => ({
    number: at + 1,
    positions: positions.slice(at * PAGE_SIZE, (at + 1) * PAGE_SIZE),
  }));

/** A numbered page of a group, and the day of its oldest article: it stays when newer ones come. */
export interface Begin {
  number: number;
  from: string;
}

/** Links to the numbered pages of a group, newest first. @param first path of the group's own page */
export const pageLinks = (first: string, begins: readonly Begin[]) =>
  begins.map(({ number, from }) => ({ number, from, href: href(paths.groupPage(first, number)) })).reverse();
