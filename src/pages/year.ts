import { href, paths } from '../archive/paths.ts';
import { strings } from '../strings.ts';
import type { Archive } from '../types.ts';
import { grouped } from './format.ts';
import { daysOf, level, monthCells, yearCount } from './months.ts';
import { type PageKind, rows, view } from './page.ts';

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
      yield view(paths.year(year), 'year.njk', {
        title: strings.lists.year(year),
        description: `${strings.lists.year(year)} · ${strings.lists.articles(grouped(total))}`,
        nav: 'time',
        year,
        articles: grouped(total),
        months: monthCells(archive, year, fullest).map((cell) => ({
          ...cell,
          ...contents(archive, months.get(cell.month) ?? [], total),
        })),
        previous: neighbour(years[at - 1]),
        next: neighbour(years[at + 1]),
      });
    }
  },
};

function contents(archive: Archive, positions: readonly number[], total: number) {
  if (total <= TITLES_UP_TO) return { rows: rows(archive, positions), days: [] };
  const days = daysOf(archive, positions);
  const fullest = Math.max(...days.map(({ count }) => count));
  return { rows: [], days: days.map(({ day, count }) => ({ day, count, level: level(count, fullest) })) };
}

const neighbour = (year: string | undefined) =>
  year === undefined ? null : { name: strings.lists.year(year), href: href(paths.year(year)) };
