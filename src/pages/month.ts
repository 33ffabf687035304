import { paths } from '../archive/paths.ts';
import { groupBy } from './group-by.ts';
import { link } from './link.ts';
import { pageKind } from './page-kind.ts';

/** One page a month: its articles under their days. */
export const monthPages = pageKind({
  name: 'month',
  layout: 'month.njk',
  *pages({ archive }) {
    const months = [...archive.years].flatMap(([year, months]) =>
      [...months.keys()].map((month) => ({ year, month })),
    );
    for (const [at, { year, month }] of months.entries()) {
      const positions = archive.years.get(year)?.get(month) ?? [];
      yield {
        path: paths.month(year, month),
        inputs: {
          year,
          month,
          count: positions.length,
          rows: archive.rows(positions),
          previous: months[at - 1] ?? null,
          next: months[at + 1] ?? null,
        },
      };
    }
  },
  data({ year, month, count, rows, previous, next }, t) {
    const neighbour = (at: { year: string; month: string } | null) =>
      at && link(t.dates.month(at.year, at.month), paths.month(at.year, at.month));
    const title = t.dates.month(year, month);
    const days = groupBy(rows.list(), ({ date }) => date.slice(8));
    return {
      title,
      description: `${title} · ${t.lists.articles(count)}`,
      nav: 'time',
      year: link(t.lists.year(year), paths.year(year)),
      month,
      articles: count,
      days: [...days].map(([day, rows]) => ({ day, rows })),
      previous: neighbour(previous),
      next: neighbour(next),
    };
  },
});
