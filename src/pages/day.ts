import { paths } from '../archive/paths.ts';
import { datedRows, yearOf } from './dated-rows.ts';
import { dividedList, partLinks, partTitle } from './divided.ts';
import { link } from './link.ts';
import { pageKind } from './page-kind.ts';

/** One page a calendar day: what appeared on it, newest year first; one that is divided has the oldest first, as all numbered pages have. */
export const dayPages = pageKind({
  name: 'day',
  layout: 'day.njk',
  *pages({ archive }) {
    const days = [...archive.calendar];
    for (const [at, [day, positions]] of days.entries())
      for (const { path, number, positions: own, begins } of dividedList(archive, paths.day(day), positions))
        yield {
          path,
          inputs: {
            day,
            number,
            begins,
            rows: archive.rows(number > 0 ? own : [...own].reverse()),
            previous: days[at - 1]?.[0] ?? null,
            next: days[at + 1]?.[0] ?? null,
          },
        };
  },
  data({ day, number, begins, rows, previous, next }, t) {
    const neighbour = (day: string | null) => day && link(t.dates.monthDay(day), paths.day(day));
    const heading = t.lists.dayTitle(t.dates.monthDay(day));
    return {
      title: partTitle(heading, number, t),
      description: heading,
      nav: 'time',
      heading,
      rows: datedRows(rows.list(), 'y', yearOf, t.lists.year),
      ...partLinks(paths.day(day), { number, begins }),
      previous: neighbour(previous),
      next: neighbour(next),
    };
  },
});
