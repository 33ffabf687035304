import { href, paths } from '../archive/paths.ts';
import { strings } from '../strings.ts';
import { grouped } from './format.ts';
import { fullestMonth, monthCells, yearCount } from './months.ts';
import { type PageKind, reach, view } from './page.ts';

/** The way in by time: every year with its months. */
export const timePage: PageKind = {
  name: 'time',
  *views(archive) {
    const fullest = fullestMonth(archive);
    const years = [...archive.years].reverse().map(([year, months]) => ({
      year,
      href: href(paths.year(year)),
      articles: grouped(yearCount(months)),
      months: monthCells(archive, year, fullest),
    }));
    yield view(paths.time, 'time.njk', {
      title: strings.lists.timeTitle,
      description: archive.settings.description,
      nav: 'time',
      count: reach(archive),
      years,
      undated: archive.undated ? { href: href(paths.undated), articles: grouped(archive.undated) } : null,
      list: href(paths.list),
    });
  },
};
