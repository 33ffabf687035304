import type { Archive } from '../archive/archive.ts';
import type { ArticleGroup } from '../archive/groups.ts';
import { href, paths } from '../archive/paths.ts';
import type { Row } from '../archive/rows.ts';
import { tally } from '../text/counts.ts';
import { datedRows, yearOf } from './dated-rows.ts';
import { link } from './link.ts';
import { type PageKind, pageKind } from './page-kind.ts';
import { type Begin, nearBegins, numberedPages, PAGE_SIZE, pageLinks } from './paging.ts';

/** How many groups the description of an index names. */
export const DESCRIBED = 10;

/** All articles of each group that has more than one page of them, on pages numbered from the oldest. */
export function numbered(nav: 'authors' | 'topics'): PageKind {
  return pageKind({
    name: `${nav}-numbered`,
    layout: 'group-page.njk',
    *pages({ archive }) {
      for (const group of archive[nav].filter(({ entries }) => entries.length > PAGE_SIZE)) {
        const { name, path, entries } = group;
        const begins = beginsOf(archive, group);
        const pages = numberedPages(entries);
        for (const { number, positions } of pages)
          yield {
            path: paths.groupPage(path, number),
            inputs: {
              name,
              path,
              number,
              isLast: number === pages.length,
              begins: nearBegins(begins, number),
              rows: archive.rows(positions),
            },
          };
      }
    },
    data({ name, path, number, isLast, begins, rows }, t) {
      const list = rows.list();
      const title = `${name} · ${t.lists.page(number)}`;
      return {
        title,
        description: title,
        nav,
        name,
        up: link(name, path),
        first: href(path),
        current: number,
        rows: yearRows(list),
        replay: {
          name,
          href: list[0]?.href ?? '',
          offset: (number - 1) * PAGE_SIZE,
          next: isLast ? '' : href(paths.groupPage(path, number + 1)),
        },
        pages: pageLinks(path, begins),
      };
    },
  });
}

/** Rows, the first of each year with the fragment that the year's bar leads to. */
export const yearRows = (rows: readonly Row[]) => datedRows(rows, 'y', yearOf, String);

/** The numbered pages of a group of more than one; none where its own page has all. */
export function beginsOf(archive: Archive, { entries }: ArticleGroup): Begin[] {
  if (entries.length <= PAGE_SIZE) return [];
  return numberedPages(entries).map(({ number, positions: [first = -1] }) => ({
    number,
    from: archive.entries[first]?.time?.date ?? '',
  }));
}

/** The page on which each year of a group begins: the numbered ones have the oldest first. @param years ascending */
export function yearPages(path: string, count: number, years: readonly { year: string; count: number }[]) {
  // The undated ones come first.
  let before = count - years.reduce((sum, own) => sum + own.count, 0);
  return new Map(
    years.map((own) => {
      const page = Math.floor(before / PAGE_SIZE) + 1;
      before += own.count;
      return [own.year, count > PAGE_SIZE ? paths.groupPage(path, page) : path];
    }),
  );
}

/** How a group is read through: from its first article on, by the rows of its page or, where these are not all, by its numbered pages. */
export const replayOf = ({
  name,
  path,
  count,
  first,
}: {
  name: string;
  path: string;
  count: number;
  first: Row | undefined;
}) =>
  count > 1 && first
    ? { name, href: first.href, total: count, list: count > PAGE_SIZE ? href(paths.groupPage(path, 1)) : '' }
    : null;

/** Number of a group's articles in each month that has any, `yyyy-mm`, ascending. */
export const monthsOf = (archive: Archive, { entries }: ArticleGroup): [month: string, count: number][] => [
  ...tally(entries.flatMap((position) => archive.entries[position]?.time?.date.slice(0, 7) ?? [])),
];

/** Months by their years. */
export function yearsOf(months: readonly (readonly [month: string, count: number])[]) {
  const years = new Map<
    string,
    { year: string; count: number; months: { month: string; count: number }[] }
  >();
  for (const [name, count] of months) {
    const [year = '', month = ''] = name.split('-');
    const known = years.get(year) ?? { year, count: 0, months: [] };
    known.count += count;
    known.months.push({ month, count });
    years.set(year, known);
  }
  return [...years.values()];
}
