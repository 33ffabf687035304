import type { YearCount } from '../archive/archive.ts';
import { href, paths } from '../archive/paths.ts';
import { busiestYears } from '../charts/busiest.ts';
import type { Strings } from '../locales/index.ts';
import { fullest, MONTHS } from './levels.ts';

/** Years drawn at most. */
const YEARS = 60;
/** Height of the fullest bar; a bar is 3 wide, with a gap of 1. */
const HEIGHT = 100;
/** Height of a bar of one article at least, so that it stays visible among bars of hundreds. */
const LEAST = 4;

/** A year of the archive with its months as bars, or a month with its days. */
export interface Span {
  /** `2013`, or `8`. */
  label: string;
  /** Relative to the site's root; empty where there are no articles. */
  href: string;
  count: number;
  /** Width of its box: four for each month or day. */
  width: number;
  /** SVG path data of its bars in a box that is 100 high. */
  path: string;
}

/** The archive's years from the first to the last of those that hold most, gaps included, each with its months in proportion to the fullest of all. @param years ascending */
export function yearSpans(years: readonly YearCount[]): Span[] {
  const stretch = busiestYears(
    years.map(({ year, count }) => ({ year: Number(year), count })),
    YEARS,
  );
  if (!stretch) return [];
  const { first, last } = stretch;
  const known = new Map(years.map((year) => [Number(year.year), year]));
  const shown = years.filter(({ year }) => Number(year) >= first && Number(year) <= last);
  const most = fullest(shown.flatMap(({ months }) => months));
  const spans: Span[] = [];
  for (let number = first; number <= last; number++) {
    const year = String(number).padStart(4, '0');
    const own = known.get(number);
    spans.push({
      label: year,
      href: own ? href(paths.year(year)) : '',
      count: own?.count ?? 0,
      width: 4 * MONTHS.length,
      path: (own?.months ?? []).map(({ month, count }) => barOf(Number(month), count / most)).join(''),
    });
  }
  return spans;
}

/** The months of a year, those without articles as gaps, each with its days in proportion to the fullest of all. @param days `yyyy-mm-dd` with their numbers of articles */
export function monthSpans(year: string, days: readonly (readonly [date: string, count: number])[]): Span[] {
  const most = Math.max(1, ...days.map(([, count]) => count));
  return MONTHS.map((month) => {
    const own = days.filter(([date]) => date.slice(5, 7) === month);
    return {
      label: String(Number(month)),
      href: own.length > 0 ? href(paths.month(year, month)) : '',
      count: own.reduce((sum, [, count]) => sum + count, 0),
      width: 4 * 31,
      path: own.map(([date, count]) => barOf(Number(date.slice(8)), count / most)).join(''),
    };
  });
}

/** Width of a narrow page's text, and of a digit below a bar, in pixels. */
const NARROW = { page: 328, digit: 7.5 };

/** Years or months side by side, and how much there is room for below them: names of years in full or without their century, counts upright on a narrow page or lying. */
export function timeline(kind: 'years' | 'months', title: string, spans: readonly Span[], t: Strings) {
  const room = spans.length > 36 ? 'crowd' : spans.length > 16 ? 'many' : spans.length > 10 ? '' : 'few';
  const digits = Math.max(...spans.map(({ count }) => t.number(count).length));
  return { kind, title, spans, room, isUpright: digits * spans.length * NARROW.digit <= NARROW.page };
}

/**
 * An author's or a topic's years with its months; nothing for a single month.
 * @param placeOf where a year's articles begin
 */
export function groupTimeline(years: readonly YearCount[], placeOf: (year: string) => string, t: Strings) {
  if (years.length === 0 || (years.length === 1 && years[0]?.months.length === 1)) return null;
  const spans = yearSpans(years).map((span) => ({ ...span, href: span.href && placeOf(span.label) }));
  return timeline('years', t.home.timeline, spans, t);
}

/** @param place 1 for the first @param share of the fullest */
const barOf = (place: number, share: number): string => {
  const height = Math.max(LEAST, Math.round(share * HEIGHT));
  return `M${4 * (place - 1)} ${HEIGHT}v-${height}h3v${height}`;
};

/** Width and height of a line of shares. */
const SPARK = { step: 6, height: 20 };

/** A line through shares of years, the largest of which is at the top; gaps where there is none. Path data, and the width of its box. */
export function spark(shares: readonly (number | null)[]): { path: string; width: number } {
  const most = Math.max(...shares.map((share) => share ?? 0)) || 1;
  let isDown = false;
  const path = shares.map((share, at) => {
    if (share === null) {
      isDown = false;
      return '';
    }
    const y = Math.round((1 - share / most) * SPARK.height * 10) / 10;
    const command = isDown ? 'L' : 'M';
    isDown = true;
    return `${command}${at * SPARK.step} ${y}`;
  });
  return { path: path.join(''), width: Math.max(1, shares.length - 1) * SPARK.step };
}
