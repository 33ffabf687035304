import { href, paths } from '../archive/paths.ts';
import { fullest, MONTHS, monthCell } from './levels.ts';
import { pageKind } from './page-kind.ts';
import { waysFrom, waysIn } from './ways.ts';

/** The way in by time: every year with its months; those without articles stand as gaps. */
export const timePage = pageKind({
  name: 'time',
  layout: 'time.njk',
  *pages({ archive }) {
    const { settings, reach, counts, undated } = archive;
    yield {
      path: paths.time,
      inputs: {
        description: settings.description,
        reach,
        years: counts,
        undated,
        ways: waysIn(archive),
      },
    };
  },
  data({ description, reach, years, undated, ways }, t) {
    const most = fullest(years.flatMap(({ months }) => months));
    return {
      title: t.lists.timeTitle,
      description,
      nav: 'time',
      reach,
      years: years.toReversed().map(({ year, count, months }) => ({
        year,
        href: href(paths.year(year)),
        articles: count,
        months: MONTHS.map((month) => {
          const own = months.find((one) => one.month === month);
          return own ? monthCell(year, own, most) : { month, count: 0 };
        }),
      })),
      undated: undated ? { href: href(paths.undated), articles: undated } : null,
      ways: waysFrom(paths.time, ways, t),
    };
  },
});
