import { grouped } from '../grouped.ts';

export const articles = (count: number): string => `${grouped(count)} 篇`;

/** A number of articles; one that is not exact is never too low. */
export const found = (total: number, exact: boolean): string => `${exact ? '' : '最多 '}${articles(total)}`;

export const percent = (share: number): string =>
  `${share > 0 && share < 0.1 ? (share * 100).toFixed(1) : Math.round(share * 100)}%`;

/** A number beside an axis, where there is room for six characters. */
export const axisNumber = (count: number): string => {
  if (count >= 10_000) return `${Number((count / 10_000).toPrecision(3))} 万`;
  return Number.isInteger(count) ? grouped(count) : String(Number(count.toPrecision(6)));
};

/** A month or a year as trends and the overview say it. @param key `2013-08` or `2013` */
export const period = (key: string): string => {
  const [year = '', month] = key.split('-');
  return month === undefined ? `${Number(year)} 年` : `${Number(year)} 年 ${Number(month)} 月`;
};
