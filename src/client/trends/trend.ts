import { busiestYears } from '../../charts/busiest.ts';
import { type PartOfYear, partsOfYears } from '../../charts/periods.ts';
import { meetsDates } from '../../search/gram/filters.ts';
import type { Months } from '../search/engine.ts';
import type { TrendState, Unit } from './trend-state.ts';

/** Years that are drawn at most, by unit. */
const MOST_YEARS = { month: 50, year: 200 };
/** Years from which on the page chooses years. */
const YEARS_FROM = 4;

/** A month or a year. */
export interface TrendPeriod {
  /** `2013-08` or `2013`. */
  key: string;
  /** Articles of the archive in it. */
  of: number;
}

/** One word by period. */
export interface TrendLine {
  /** Matches in each period. */
  counts: readonly number[];
  /** What is drawn: shares 0 to 1, or numbers, averaged; null where the archive has no article. */
  values: readonly (number | null)[];
}

/** Words over time. */
export interface Trend {
  unit: Unit;
  periods: readonly TrendPeriod[];
  lines: readonly TrendLine[];
  /** Dated articles inside of the range that lie too far off to be drawn. */
  outside: number;
  /** Articles without a date: they are not counted. */
  undated: number;
  /** Years at the ends that archive or range do not cover whole, where periods are years. */
  parts: PartOfYear[];
}

/**
 * Makes the trend of some words.
 * @param archive every month of the archive in order, `''` for what has no date
 * @param words the matches of each word by month
 */
export function trendOf(
  archive: readonly { month: string; of: number }[],
  words: readonly Pick<Months, 'months'>[],
  { by, as, smooth, from, to }: Pick<TrendState, 'by' | 'as' | 'smooth' | 'from' | 'to'>,
): Trend {
  const undated = archive.find(({ month }) => month === '')?.of ?? 0;
  const dated = archive.filter(({ month, of }) => month !== '' && of > 0 && meetsDates(month, { from, to }));
  const years = new Map<number, number>();
  for (const { month, of } of dated) {
    const year = Number(month.slice(0, 4));
    years.set(year, of + (years.get(year) ?? 0));
  }
  const known = [...years].map(([year, count]) => ({ year, count }));
  const unit = by ?? ((known.at(-1)?.year ?? 0) - (known[0]?.year ?? 0) >= YEARS_FROM ? 'year' : 'month');
  const stretch = busiestYears(known, MOST_YEARS[unit]);
  if (!stretch)
    return {
      unit,
      periods: [],
      lines: words.map(() => ({ counts: [], values: [] })),
      outside: 0,
      undated,
      parts: [],
    };
  const isShown = (month: string): boolean => {
    const year = Number(month.slice(0, 4));
    return year >= stretch.first && year <= stretch.last && meetsDates(month, { from, to });
  };
  const shown = dated.filter(({ month }) => isShown(month));
  const [first, last] = [shown[0]?.month ?? '', shown.at(-1)?.month ?? ''];
  const keys = keysBetween(first, last, unit);
  const sums = (months: readonly { month: string }[], number: (at: number) => number): number[] => {
    const found = new Map<string, number>();
    months.forEach(({ month }, at) => {
      if (month === '' || !isShown(month)) return;
      const key = month.slice(0, unit === 'year' ? 4 : 7);
      found.set(key, number(at) + (found.get(key) ?? 0));
    });
    return keys.map((key) => found.get(key) ?? 0);
  };
  const of = sums(shown, (at) => shown[at]?.of ?? 0);
  const lines = words.map(({ months }) => {
    const counts = sums(months, (at) => months[at]?.count ?? 0);
    return { counts, values: averaged(counts, of, smooth, as) };
  });
  return {
    unit,
    periods: keys.map((key, at) => ({ key, of: of[at] ?? 0 })),
    lines,
    outside: stretch.outside,
    undated,
    parts: unit === 'year' ? partsOfYears(first, last) : [],
  };
}

/** Every period from one month to another. */
function keysBetween(first: string, last: string, unit: Unit): string[] {
  const keys: string[] = [];
  for (let year = Number(first.slice(0, 4)); year <= Number(last.slice(0, 4)); year++) {
    const name = String(year).padStart(4, '0');
    if (unit === 'year') keys.push(name);
    else
      for (let month = 1; month <= 12; month++) {
        const key = `${name}-${String(month).padStart(2, '0')}`;
        if (key >= first && key <= last) keys.push(key);
      }
  }
  return keys;
}

/**
 * A centred moving average: of shares the matches of all its periods by their articles, so that a month of three articles counts for three; of numbers
 * the mean. At either end over those periods that there are.
 * @param width periods, odd
 */
function averaged(
  counts: readonly number[],
  of: readonly number[],
  width: number,
  as: TrendState['as'],
): (number | null)[] {
  const half = (width - 1) / 2;
  const [matches, articles] = [running(counts), running(of)];
  return counts.map((_, at) => {
    if (!of[at]) return null;
    const [from, to] = [Math.max(0, at - half), Math.min(counts.length, at + half + 1)];
    const found = (matches[to] ?? 0) - (matches[from] ?? 0);
    const divisor = as === 'share' ? (articles[to] ?? 0) - (articles[from] ?? 0) : to - from;
    return divisor > 0 ? found / divisor : null;
  });
}

/** Sums of the first 0, 1, 2 … numbers. */
function running(numbers: readonly number[]): number[] {
  const sums = [0];
  for (const number of numbers) sums.push((sums.at(-1) ?? 0) + number);
  return sums;
}
