import type { YearCount } from '../archive/archive.ts';
import { href, paths } from '../archive/paths.ts';
import type { Strings } from '../locales/index.ts';
import { MONTHS } from './levels.ts';

/** A number of articles, and where they are. */
interface Counted {
  label: string;
  /** Relative to the site's root; null where the bar leads nowhere. */
  href: string | null;
  count: number;
}

/** One bar of a bar chart, whose fullest is 100 high. */
interface Bar extends Counted {
  /** 0 to 100; at least 4 where anything is counted, so that one article in a year of thousands stays visible. */
  height: number;
}

/** Bars in proportion to the largest count, rounded to tenths of a unit. */
export function bars(items: readonly Counted[]): Bar[] {
  const largest = Math.max(1, ...items.map(({ count }) => count));
  return items.map((item) => {
    const height = item.count ? Math.max(4, Math.round((item.count / largest) * 1000) / 10) : 0;
    return { ...item, height };
  });
}

/** The whole archive as bars: a bar a year, or a bar a month where it reaches over one year only. Years without articles stand as gaps. */
export function archiveChart(years: readonly YearCount[], t: Strings) {
  const [only, ...others] = years;
  if (only && others.length === 0)
    return { kind: 'months', title: t.home.timelineMonths(only.year), bars: bars(monthsOf(only, t)) };
  return { kind: 'years', title: t.home.timeline, bars: yearBars(years, (year) => href(paths.year(year))) };
}

const monthsOf = ({ year, months }: YearCount, t: Strings): Counted[] =>
  MONTHS.map((month) => {
    const count = months.find((own) => own.month === month)?.count ?? 0;
    return { label: t.lists.month(month), href: count ? href(paths.month(year, month)) : null, count };
  });

/**
 * An author's or a topic's articles as bars over the years from its first to its last; none for a single year.
 * @param hrefOf where a year's articles begin
 */
export const groupBars = (
  years: readonly { year: string; count: number }[],
  hrefOf: (year: string) => string,
): Bar[] => (years.length > 1 ? yearBars(years, hrefOf) : []);

/**
 * A bar a year from the first to the last, gaps included, at most 60: a stray date of the year 1 must not make two thousand bars.
 * @param years those that have articles, ascending
 */
function yearBars(
  years: readonly { year: string; count: number }[],
  hrefOf: (year: string) => string,
): Bar[] {
  const [first, last] = [Number(years[0]?.year), Number(years.at(-1)?.year)];
  const counts = new Map(years.map(({ year, count }) => [Number(year), count]));
  const items: Counted[] = [];
  for (let year = Math.max(first, last - 59); year <= last; year++) {
    const label = String(year).padStart(4, '0');
    const count = counts.get(year) ?? 0;
    items.push({ label, href: count ? hrefOf(label) : null, count });
  }
  return bars(items);
}
