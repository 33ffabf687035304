import { href, paths } from '../archive/paths.ts';
import * as strings from '../locales/zh-Hans.ts';
import type { Archive } from '../types.ts';
import { dayName } from './format.ts';
import { listView, type PageKind, type Row } from './page.ts';

const known = new WeakMap<Archive, ReadonlyMap<string, readonly number[]>>();

/** Positions in the archive by calendar day (`mm-dd`), days ascending, oldest article first. */
export function calendarDays(archive: Archive): ReadonlyMap<string, readonly number[]> {
  const found = known.get(archive) ?? byDay(archive);
  known.set(archive, found);
  return found;
}

function byDay(archive: Archive): Map<string, number[]> {
  const days = new Map<string, number[]>();
  let [current, list]: [string, number[]] = ['', []];
  archive.entries.forEach(({ time }, position) => {
    if (!time) return;
    // Most articles are of the same day as the one before them.
    if (time.date !== current) {
      current = time.date;
      const day = current.slice(5);
      list = days.get(day) ?? [];
      days.set(day, list);
    }
    list.push(position);
  });
  return new Map([...days].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * Which calendar days have a page, for the browser that knows what day it is: a bit a day, 31 a month, four to a hexadecimal digit
 * (day 1 of January is the lowest bit of the first digit). `src/client/reading/today.ts` reads it.
 * @param days `mm-dd`
 */
export function dayBits(days: Iterable<string>): string {
  const digits = new Array<number>((12 * 31) / 4).fill(0);
  for (const day of days) {
    const at = (Number(day.slice(0, 2)) - 1) * 31 + Number(day.slice(3)) - 1;
    digits[at >> 2] = (digits[at >> 2] ?? 0) | (1 << (at & 3));
  }
  return digits.map((digit) => digit.toString(16)).join('');
}

/** One page a calendar day: what appeared on it, year by year, newest year first. */
export const dayPages: PageKind = {
  name: 'day',
  *views(archive) {
    const days = calendarDays(archive);
    const names = [...days.keys()];
    for (const [at, name] of names.entries()) {
      const own = {
        title: strings.lists.dayTitle(dayName(name)),
        description: strings.lists.dayTitle(dayName(name)),
        nav: 'time' as const,
        previous: neighbour(names[at - 1]),
        next: neighbour(names[at + 1]),
      };
      yield listView(paths.day(name), 'day.njk', own, {
        archive,
        positions: days.get(name) ?? [],
        show: (rows) => ({ years: byYear(rows) }),
      });
    }
  },
};

/** Rows under their years, newest year first. */
export function byYear(list: readonly Row[]): { year: string; rows: Row[] }[] {
  const years = new Map<string, Row[]>();
  for (const row of list) {
    const year = row.date.slice(0, 4);
    const found = years.get(year) ?? [];
    years.set(year, found);
    found.push(row);
  }
  return [...years].map(([year, found]) => ({ year, rows: found })).reverse();
}

const neighbour = (day: string | undefined) =>
  day ? { name: dayName(day), href: href(paths.day(day)) } : null;
