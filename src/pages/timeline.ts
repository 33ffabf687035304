import type { YearCount } from '../archive/archive.ts';
import { href, paths } from '../archive/paths.ts';
import { fullest, MONTHS } from './levels.ts';

/** Years drawn at most: a stray date of the year 1 must not make two thousand. */
const YEARS = 60;
/** Height of the fullest month; a year is 48 wide, a month 3 and a gap of 1. */
const HEIGHT = 100;
/** Height of a month of one article at least, so that it stays visible among months of hundreds. */
const LEAST = 4;

/** A year of the archive, its months as bars. */
export interface TimelineYear {
  year: string;
  /** Relative to the site's root; empty for a year without articles. */
  href: string;
  count: number;
  /** SVG path data of its twelve bars in a box of 48 × 100. */
  path: string;
}

/** The archive's years from the first to the last, gaps included, each with its months in proportion to the fullest of all. @param years ascending */
export function timeline(years: readonly YearCount[]): TimelineYear[] {
  const most = fullest(years.flatMap(({ months }) => months));
  const known = new Map(years.map((year) => [Number(year.year), year]));
  const [first, last] = [Number(years[0]?.year), Number(years.at(-1)?.year)];
  const drawn: TimelineYear[] = [];
  for (let number = Math.max(first, last - YEARS + 1); number <= last; number++) {
    const year = String(number).padStart(4, '0');
    const own = known.get(number);
    drawn.push({
      year,
      href: own ? href(paths.year(year)) : '',
      count: own?.count ?? 0,
      path: (own?.months ?? []).map(({ month, count }) => barOf(month, count / most)).join(''),
    });
  }
  return drawn;
}

const barOf = (month: string, share: number): string => {
  const height = Math.max(LEAST, Math.round(share * HEIGHT));
  return `M${4 * MONTHS.indexOf(month)} ${HEIGHT}v-${height}h3v${height}`;
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
