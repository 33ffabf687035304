import { href, paths } from '../archive/paths.ts';
import * as strings from '../locales/zh-Hans.ts';
import { grouped } from './format.ts';
import { fullestMonth, type MonthCell, monthCells, yearCount } from './months.ts';
import { type PageKind, reach, view } from './page.ts';

/** Twelve cells: the months without articles stand as gaps. */
const wholeYear = (cells: readonly MonthCell[]) =>
  Array.from({ length: 12 }, (_, at) => {
    const month = String(at + 1).padStart(2, '0');
    return cells.find((cell) => cell.month === month) ?? { month, count: 0 };
  });

/** The way in by time: every year with its months. */
export const timePage: PageKind = {
  name: 'time',
  *views(archive) {
    const fullest = fullestMonth(archive);
    const years = [...archive.years].reverse().map(([year, months]) => ({
      year,
      href: href(paths.year(year)),
      articles: grouped(yearCount(months)),
      months: wholeYear(monthCells(archive, year, fullest)),
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
