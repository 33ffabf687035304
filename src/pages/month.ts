import { paths } from '../archive/paths.ts';
import { datedRows, dayOf } from './dated-rows.ts';
import { daysOf, dividedList, partHref, partLinks, partTitle } from './divided.ts';
import { groupBy } from './group-by.ts';
import { fullest, level } from './levels.ts';
import { link } from './link.ts';
import { pageKind } from './page-kind.ts';

/** One page a month: its articles with their days, and the same month of other years; a month of many has a table of its days and numbered pages. */
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
      const parts = dividedList(archive, paths.month(year, month), positions);
      const days = daysOf(archive, parts);
      for (const { path, number, positions: own, begins } of parts)
        yield {
          path,
          inputs: {
            year,
            month,
            // Later pages stay as they are when the month grows.
            count: number > 1 ? 0 : positions.length,
            number,
            begins,
            days: number === 1 ? days : [],
            rows: archive.rows(own),
            previous: months[at - 1] ?? null,
            next: months[at + 1] ?? null,
            years: (sameMonths.get(month) ?? []).map(({ year }) => year),
          },
        };
    }
  },
  data({ year, month, count, number, begins, days, rows, previous, next, years }, t) {
    const neighbour = (at: { year: string; month: string } | null) =>
      at && link(t.dates.month(at.year, at.month), paths.month(at.year, at.month));
    const heading = t.dates.month(year, month);
    const path = paths.month(year, month);
    return {
      title: partTitle(heading, number, t),
      description: number > 1 ? partTitle(heading, number, t) : `${heading} · ${t.lists.articles(count)}`,
      nav: 'time',
      heading,
      up: number > 1 ? link(heading, path) : link(t.lists.year(year), paths.year(year)),
      articles: count,
      rows: datedRows(rows.list(), 'd', dayOf, t.lists.day),
      // The rows below have the fragments of the days that begin on this page.
      days: days.map(({ day, count, page }) => ({
        day,
        count,
        level: level(count, fullest(days)),
        href: `${partHref(path, page)}#d-${day}`,
        anchor: page > 1 ? `d-${day}` : '',
      })),
      ...partLinks(path, { number, begins }),
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
