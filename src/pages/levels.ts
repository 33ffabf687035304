import type { YearCount } from '../archive/archive.ts';
import { href, paths } from '../archive/paths.ts';

/** The months of a year, `mm`. */
export const MONTHS = Array.from({ length: 12 }, (_, at) => String(at + 1).padStart(2, '0'));

/** The largest count, at least 1. */
export const fullest = (cells: readonly { count: number }[]): number =>
  Math.max(1, ...cells.map(({ count }) => count));

/** Share of the fullest cell in five steps, 1 to 5: the tint of a cell. */
export const level = (count: number, most: number): number => Math.max(1, Math.ceil((count / most) * 5));

/** A month as a cell of a year. @param most the largest number of articles a month may have here */
export const monthCell = (year: string, { month, count }: YearCount['months'][number], most: number) => ({
  month,
  href: href(paths.month(year, month)),
  count,
  level: level(count, most),
});
