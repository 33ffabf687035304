import { href, paths } from '../archive/paths.ts';
import type { Archive } from '../types.ts';
import { grouped } from './format.ts';
import type { Row } from './page.ts';

/** A day of a month, with its place on the month's page. */
export interface Day {
  /** `dd`. */
  day: string;
  count: number;
  rows: Row[];
}

/** The days of a month that have articles, oldest first. */
export function daysOf(rows: readonly Row[]): Day[] {
  const days = new Map<string, Row[]>();
  for (const row of rows) {
    const day = row.date.slice(8);
    const list = days.get(day) ?? [];
    days.set(day, list);
    list.push(row);
  }
  return [...days].map(([day, list]) => ({ day, count: list.length, rows: list }));
}

/** A month as a cell of a year. */
export interface MonthCell {
  /** `mm`. */
  month: string;
  href: string;
  count: number;
  articles: string;
  /** Share of the fullest month of the archive, in five steps, 1 to 5: the tint of its cell. */
  level: number;
}

/** The months of a year that have articles. `fullest` is the largest number of articles a month may have here. */
export function monthCells(archive: Archive, year: string, fullest: number): MonthCell[] {
  return [...(archive.years.get(year) ?? [])].map(([month, positions]) => ({
    month,
    href: href(paths.month(year, month)),
    count: positions.length,
    articles: grouped(positions.length),
    level: level(positions.length, fullest),
  }));
}

/** Share of the fullest cell in five steps, 1 to 5. */
export const level = (count: number, fullest: number): number =>
  Math.max(1, Math.ceil((count / Math.max(1, fullest)) * 5));

/** Number of articles of a year. */
export const yearCount = (months: ReadonlyMap<string, readonly number[]>): number =>
  [...months.values()].reduce((sum, positions) => sum + positions.length, 0);

/** The largest number of articles in one month of the archive. */
export const fullestMonth = (archive: Archive): number =>
  Math.max(
    1,
    ...[...archive.years.values()].flatMap((months) => [...months.values()].map((list) => list.length)),
  );
