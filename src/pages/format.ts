import type { ArticleTime } from '../types.ts';

/** An integer with a comma between groups of three digits: `84,213`. */
export function grouped(value: number): string {
  const digits = String(Math.round(value));
  return digits.length <= 3 ? digits : digits.replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** `2013-08-01` → `2013 年 8 月 1 日`. */
export function longDate(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${Number(year)} 年 ${Number(month)} 月 ${Number(day)} 日`;
}

/** `08-01` → `8 月 1 日`. */
export function dayName(monthDay: string): string {
  const [month = '', day = ''] = monthDay.split('-');
  return `${Number(month)} 月 ${Number(day)} 日`;
}

/** `2013 年 8 月 1 日 07:11`, without the clock where the source had none. */
export const longTime = (time: ArticleTime): string =>
  [longDate(time.date), time.clock].filter(Boolean).join(' ');
