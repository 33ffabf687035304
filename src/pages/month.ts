import { paths } from '../archive/paths.ts';
import { datedRows, dayOf } from './dated-rows.ts';
import { groupBy } from './group-by.ts';
import { link } from './link.ts';
import { pageKind } from './page-kind.ts';

/** One page a month: its articles with their days, and the same month of other years. */
export const monthPages = pageKind({
  name: 'month',
  layout: 'month.njk',
  *pages({ archive }) {
    const sameMonths = groupBy(
      archive.counts.flatMap(({ year, months }) => months.map((own) => ({ ...own, year }))),
      ({ month }) => month,
    );
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
          years: (sameMonths.get(month) ?? []).map(({ year }) => year),
        },
      };
    }
  },
  data({ year, month, count, rows, previous, next, years }, t) {
    const neighbour = (at: { year: string; month: string } | null) =>
      at && link(t.dates.month(at.year, at.month), paths.month(at.year, at.month));
    const title = t.dates.month(year, month);
    return {
      title,
      description: `${title} · ${t.lists.articles(count)}`,
      nav: 'time',
      year: link(t.lists.year(year), paths.year(year)),
      articles: count,
      rows: datedRows(rows.list(), 'd', dayOf, t.lists.day),
      sameMonth: t.lists.sameMonth(month),
      // Without counts: those would make the months of all years again with each new article.
      years:
        years.length > 1
          ? years.map((own) => ({ ...link(own, paths.month(own, month)), isThis: own === year }))
          : [],
      previous: neighbour(previous),
      next: neighbour(next),
    };
  },
});
