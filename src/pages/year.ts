import { href, paths } from '../archive/paths.ts';
import * as strings from '../locales/zh-Hans.ts';
import type { Archive } from '../types.ts';
import { grouped } from './format.ts';
import { level, type MonthCell, monthCells, yearCount } from './months.ts';
import { listView, type PageKind, type Row, view } from './page.ts';

/** Up to how many articles a year's page lists every title; above, its days only: a page must stay light. */
const TITLES_UP_TO = 400;

/** One page a year: its months, and the titles where they are few enough. */
export const yearPages: PageKind = {
  name: 'year',
  *views(archive) {
    const years = [...archive.years.keys()];
    for (const [at, year] of years.entries()) {
      const months = archive.years.get(year) ?? new Map<string, number[]>();
      const total = yearCount(months);
      const fullest = Math.max(1, ...[...months.values()].map((positions) => positions.length));
      const cells = monthCells(archive, year, fullest);
      const own = {
        title: strings.lists.year(year),
        description: `${strings.lists.year(year)} · ${strings.lists.articles(grouped(total))}`,
        nav: 'time' as const,
        year,
        articles: grouped(total),
        previous: neighbour(years[at - 1]),
        next: neighbour(years[at + 1]),
      };
      if (total <= TITLES_UP_TO)
        yield listView(paths.year(year), 'year.njk', own, {
          archive,
          positions: [...months.values()].flat(),
          show: (rows) => ({ months: withTitles(cells, rows) }),
        });
      else {
        const withDays = cells.map((cell) => ({
          ...cell,
          ...dayCells(archive, months.get(cell.month) ?? []),
        }));
        yield view(paths.year(year), 'year.njk', { ...own, months: withDays });
      }
    }
  },
};

const withTitles = (cells: readonly MonthCell[], rows: readonly Row[]) =>
  cells.map((cell) => ({
    ...cell,
    rows: rows.filter(({ date }) => date.slice(5, 7) === cell.month),
    days: [],
  }));

/** The days of a month, without its articles. */
function dayCells({ entries }: Archive, positions: readonly number[]) {
  const counts = new Map<string, number>();
  for (const position of positions) {
    const day = entries[position]?.time?.date.slice(8) ?? '';
    counts.set(day, (counts.get(day) ?? 0) + 1);
  }
  const fullest = Math.max(...counts.values());
  return {
    rows: [],
    days: [...counts].map(([day, count]) => ({ day, count, level: level(count, fullest) })),
  };
}

const neighbour = (year: string | undefined) =>
  year === undefined ? null : { name: strings.lists.year(year), href: href(paths.year(year)) };
