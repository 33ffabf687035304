import { href, paths } from '../archive/paths.ts';
import { roundStep } from '../charts/round-step.ts';

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

/** Pages up to which each one leads to all of them. */
const ALL_UP_TO = 16;

/** Round numbers that a page of many leads to at most. */
const ROUND = 8;

/**
 * The pages that one leads to: all of a few; of many the first, those beside it, and some round numbers between, so that neither a page nor what it is
 * made from grows with the list, and few pages are made again when one is added.
 * @param current its number; 0 for the page of the newest
 * @param last number of the last page, where no page of the newest stands beside the numbered ones
 */
export function nearBegins(begins: readonly Begin[], current: number, last = 0): Begin[] {
  if (begins.length <= ALL_UP_TO) return [...begins];
  const here = current || begins.length;
  const step = roundStep(begins.length / ROUND);
  return begins.filter(
    ({ number }) => number === 1 || number === last || number % step === 0 || Math.abs(number - here) <= 2,
  );
}

/** Links to the numbered pages of a group, newest first. @param first path of the group's own page */
export const pageLinks = (first: string, begins: readonly Begin[]) =>
  begins.map(({ number, from }) => ({ number, from, href: href(paths.groupPage(first, number)) })).reverse();
