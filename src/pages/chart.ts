import { href, paths } from '../archive/paths.ts';
import * as strings from '../locales/zh-Hans.ts';
import type { Archive } from '../types.ts';
import { grouped } from './format.ts';
import { yearCount } from './months.ts';

/** One bar of a bar chart, in a box 100 units high: the layout draws it without measuring anything. */
export interface Bar {
  label: string;
  /** Relative to the site's root; null where the bar leads nowhere. */
  href: string | null;
  count: number;
  articles: string;
  /** Top edge, 0 to 100 from above. */
  y: number;
  /** 0 to 100; at least 1.5 where anything is counted, so that one article in a year of thousands stays visible. */
  height: number;
}

/** What a bar stands for. */
export interface Counted {
  label: string;
  href: string | null;
  count: number;
}

/** Bars in proportion to the largest count, rounded to tenths of a unit. */
export function bars(items: readonly Counted[]): Bar[] {
  const largest = Math.max(1, ...items.map(({ count }) => count));
  return items.map(({ label, href, count }) => {
    const height = count ? Math.max(1.5, Math.round((count / largest) * 1000) / 10) : 0;
    return { label, href, count, articles: grouped(count), y: Math.round((100 - height) * 10) / 10, height };
  });
}

/** Bars with what they stand for. */
export interface Chart {
  kind: 'years' | 'months';
  title: string;
  bars: Bar[];
}

/** The whole archive as bars: a bar a year, or a bar a month where it reaches over one year only. Years without articles stand as gaps. */
export function archiveChart(archive: Archive): Chart {
  const years = [...archive.years.keys()];
  const [first, last] = [years[0], years.at(-1)];
  if (first === undefined || last === undefined)
    return { kind: 'years', title: strings.home.timeline, bars: [] };
  if (first === last)
    return {
      kind: 'months',
      title: strings.home.timelineMonths(first),
      bars: bars(monthsOf(archive, first)),
    };
  const counted = yearsBetween(first, last).map((year) => yearBar(archive, year));
  return { kind: 'years', title: strings.home.timeline, bars: bars(counted) };
}

function yearBar(archive: Archive, year: string): Counted {
  const months = archive.years.get(year);
  return { label: year, href: months ? href(paths.year(year)) : null, count: months ? yearCount(months) : 0 };
}

function monthsOf(archive: Archive, year: string): Counted[] {
  return Array.from({ length: 12 }, (_, at) => String(at + 1).padStart(2, '0')).map((month) => {
    const count = archive.years.get(year)?.get(month)?.length ?? 0;
    return { label: strings.lists.month(month), href: count ? href(paths.month(year, month)) : null, count };
  });
}

/** All years from `first` to `last`, gaps included, at most 60: a stray date of the year 1 must not make two thousand bars. */
function yearsBetween(first: string, last: string): string[] {
  const from = Math.max(Number(first), Number(last) - 59);
  return Array.from({ length: Number(last) - from + 1 }, (_, at) => String(from + at).padStart(4, '0'));
}

/** An author's or a topic's articles as bars over the years from its first to its last. */
export function groupBars(perYear: readonly { year: string; count: number }[]): Bar[] {
  const [first, last] = [perYear[0], perYear.at(-1)];
  if (!first || !last || first === last) return [];
  const counts = new Map(perYear.map(({ year, count }) => [year, count]));
  return bars(
    yearsBetween(first.year, last.year).map((year) => ({
      label: year,
      href: null,
      count: counts.get(year) ?? 0,
    })),
  );
}
