import type { Archive } from '../archive/archive.ts';
import { href, paths } from '../archive/paths.ts';
import type { Strings } from '../locales/index.ts';
import { type Begin, nearBegins, numberedPages } from './paging.ts';

/** Articles up to which a list of a time stands whole on its page. */
export const WHOLE_UP_TO = 400;

/** A page of a list that is whole on it (number 0), or divided: the list's own page is the first of them. */
interface Part {
  path: string;
  number: number;
  /** Positions of its articles. */
  positions: readonly number[];
  /** The pages that it leads to; none where the list is whole. */
  begins: Begin[];
}

/** Cuts a list into its pages. @param path of its own page @param positions oldest first */
export function dividedList({ entries }: Archive, path: string, positions: readonly number[]): Part[] {
  if (positions.length <= WHOLE_UP_TO) return [{ path, number: 0, positions, begins: [] }];
  const pages = numberedPages(positions);
  const dates = pages.map(({ positions: [first = -1] }) => entries[first]?.time?.date ?? '');
  // A day says nothing of pages that are all of it.
  const isOneDay = dates[0] === dates.at(-1);
  const begins = pages.map(({ number }) => ({ number, from: isOneDay ? '' : (dates[number - 1] ?? '') }));
  return pages.map((page) => ({
    ...page,
    path: partPath(path, page.number),
    begins: nearBegins(begins, page.number, pages.length),
  }));
}

/** Address of a page of a list. @param path of the list's own page */
export const partHref = (path: string, number: number): string => href(partPath(path, number));

const partPath = (path: string, number: number): string =>
  number > 1 ? paths.groupPage(path, number) : path;

/** What the layouts of a divided list read. @param path of the list's own page */
export const partLinks = (path: string, { number, begins }: Pick<Part, 'number' | 'begins'>) => ({
  /** The list has no page of the newest beside the numbered ones. */
  first: '',
  current: number,
  pages: begins.map((begin) => ({ ...begin, href: partHref(path, begin.number) })),
});

/** The title of a page of a list: of those after its own page with their numbers. */
export const partTitle = (title: string, number: number, t: Strings): string =>
  number > 1 ? `${title} · ${t.lists.page(number)}` : title;

/** The days of a divided month with the pages on which they begin, so that a day is found; none of a whole one. */
export function daysOf({ entries }: Archive, parts: readonly Part[]) {
  const days: { day: string; count: number; page: number }[] = [];
  for (const { number, positions } of parts.length > 1 ? parts : [])
    for (const position of positions) {
      const day = entries[position]?.time?.date.slice(8) ?? '';
      const last = days.at(-1);
      if (last?.day === day) last.count++;
      else days.push({ day, count: 1, page: number });
    }
  return days;
}
