import { paths } from '../archive/paths.ts';
import { datedRows, yearOf } from './dated-rows.ts';
import { link } from './link.ts';
import { pageKind } from './page-kind.ts';

/** One page a calendar day: what appeared on it, newest year first. */
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
          rows: archive.rows([...positions].reverse()),
          previous: days[at - 1]?.[0] ?? null,
          next: days[at + 1]?.[0] ?? null,
        },
      };
  },
  data({ day, rows, previous, next }, t) {
    const neighbour = (day: string | null) => day && link(t.dates.monthDay(day), paths.day(day));
    const title = t.lists.dayTitle(t.dates.monthDay(day));
    return {
      title,
      description: title,
      nav: 'time',
      rows: datedRows(rows.list(), 'y', yearOf, t.lists.year),
      previous: neighbour(previous),
      next: neighbour(next),
    };
  },
});
