import { paths } from '../archive/paths.ts';
import { groupBy } from './group-by.ts';
import { link } from './link.ts';
import { pageKind } from './page-kind.ts';

/** One page a calendar day: what appeared on it, year by year, newest year first. */
export const dayPages = pageKind({
  name: 'day',
  layout: 'day.njk',
  *pages({ archive }) {
    const days = [...archive.calendar];
    for (const [at, [day, positions]] of days.entries())
      yield {
        path: paths.day(day),
        inputs: {
          day,
          rows: archive.rows(positions),
          previous: days[at - 1]?.[0] ?? null,
          next: days[at + 1]?.[0] ?? null,
        },
      };
  },
  data({ day, rows, previous, next }, t) {
    const neighbour = (day: string | null) => day && link(t.dates.monthDay(day), paths.day(day));
    const title = t.lists.dayTitle(t.dates.monthDay(day));
    const years = groupBy(rows.list(), ({ date }) => date.slice(0, 4));
    return {
      title,
      description: title,
      nav: 'time',
      years: [...years].map(([year, rows]) => ({ year, rows })).reverse(),
      previous: neighbour(previous),
      next: neighbour(next),
    };
  },
});
