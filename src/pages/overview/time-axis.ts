import type { YearCount } from '../../archive/archive.ts';
import { href, paths } from '../../archive/paths.ts';
import { busiestYears } from '../../charts/busiest.ts';
import { type PartOfYear, partsOfYears } from '../../charts/periods.ts';

/** The periods of a chart: the years or months of the stretch that holds most of the archive. */
export interface TimeAxis {
  unit: 'year' | 'month';
  /** `yyyy` or `yyyy-mm`, none left out. */
  keys: string[];
  /** Articles of each. */
  counts: number[];
  /** Dated articles that lie too far off to be shown. */
  outside: number;
  /** Years at the ends that the archive does not cover whole, where periods are years. */
  parts: PartOfYear[];
}

/**
 * Plans the periods of a chart.
 * @param monthsUpTo years up to which there is a period a month
 * @param most years at most
 */
export function timeAxis(
  years: readonly YearCount[],
  { monthsUpTo, most }: { monthsUpTo: number; most: number },
): TimeAxis {
  const known = years.map(({ year, count }) => ({ year: Number(year), count }));
  const stretch = busiestYears(known, most);
  if (!stretch) return { unit: 'year', keys: [], counts: [], outside: 0, parts: [] };
  const { first, last, outside } = stretch;
  const unit = last - first < monthsUpTo ? 'month' : 'year';
  const found = new Map<string, number>();
  for (const { year, count, months } of years)
    if (unit === 'year') found.set(year, count);
    else for (const own of months) found.set(`${year}-${own.month}`, own.count);
  const keys: string[] = [];
  for (let year = first; year <= last; year++) {
    const name = String(year).padStart(4, '0');
    if (unit === 'year') keys.push(name);
    else for (let month = 1; month <= 12; month++) keys.push(`${name}-${String(month).padStart(2, '0')}`);
  }
  const isEmpty = (key: string | undefined): boolean => key !== undefined && !found.has(key);
  while (isEmpty(keys[0])) keys.shift();
  while (isEmpty(keys.at(-1))) keys.pop();
  const monthsOf = (key: string | undefined): string[] =>
    years.find(({ year }) => year === key)?.months.map(({ month }) => `${key}-${month}`) ?? [];
  const [start, end] = [monthsOf(keys[0])[0], monthsOf(keys.at(-1)).at(-1)];
  const parts = unit === 'year' && start && end ? partsOfYears(start, end) : [];
  return { unit, keys, counts: keys.map((key) => found.get(key) ?? 0), outside, parts };
}

/** The period that a day belongs to. @param date `yyyy-mm-dd` */
export const periodOf = (date: string, { unit }: Pick<TimeAxis, 'unit'>): string =>
  date.slice(0, unit === 'year' ? 4 : 7);

/** The page of a period. */
export const periodHref = (key: string): string =>
  href(key.length > 4 ? paths.month(key.slice(0, 4), key.slice(5)) : paths.year(key));
