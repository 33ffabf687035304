import { href, paths } from '../archive/paths.ts';
import { fullest, MONTHS, monthCell } from './levels.ts';
import { link } from './link.ts';
import { pageKind } from './page-kind.ts';

/** The way in by time: every year with its months; those without articles stand as gaps. */
export const timePage = pageKind({
  name: 'time',
  layout: 'time.njk',
  *pages({ archive }) {
    const { settings, reach, counts, undated, relations } = archive;
    yield {
      path: paths.time,
      inputs: {
        description: settings.description,
        reach,
        years: counts,
        undated,
        threads: relations.threads.length,
      },
    };
  },
  data({ description, reach, years, undated, threads }, t) {
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
      threads: threads ? { ...link(t.around.threadsTitle, paths.threads), count: threads } : null,
      list: href(paths.list),
      overview: href(paths.overview),
      trends: href(paths.trends),
    };
  },
});
