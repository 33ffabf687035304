import { grouped } from '../grouped.ts';
import { articles, axisNumber, period } from './counts.ts';
import { dates } from './language.ts';

/** Charts. */
export const charts = {
  table: '数据表',
  /** Years that are not there whole, months as `mm`. @param drawn how a chart of that kind marks what says little */
  parts: (years: readonly { year: string; from: string; to: string }[], drawn: 'paleBars' | 'strips') => {
    const said = years.map(({ year, from, to }) => {
      const [first, last] = [Number(from), Number(to)];
      if (first === last && first > 1 && last < 12) return `${Number(year)} 年只有 ${first} 月`;
      if (first === 1) return `${Number(year)} 年只到 ${last} 月`;
      return `${Number(year)} 年从 ${first} 月起${last < 12 ? `，只到 ${last} 月` : ''}`;
    });
    return said.length > 0
      ? `${said.join('；')}：不是整年，${drawn === 'strips' ? '轴下标灰条' : '柱画得浅'}。`
      : '';
  },
};

/** The overview. */
export const overview = {
  title: '概览',
  /**
   * @param count articles, and how many of them are undated; first and last day of the others
   * @param answered what the sections below answer
   */
  lead: (
    { count, undated, first, last }: { count: number; undated: number; first: string; last: string },
    answered: readonly string[],
  ): string => {
    const dated = count - undated;
    const month = first.slice(0, 7);
    const when = first === last ? dates.day(first) : dates.month(first.slice(0, 4), first.slice(5, 7));
    const isOneTime = dated > 0 && month === last.slice(0, 7);
    const one = count === 1 ? '只有一篇文章，' : `的 ${articles(count)}文章都`;
    let said = '';
    if (dated === 0) said = `${one}没有日期`;
    else if (isOneTime && undated > 0)
      said = `有日期的 ${articles(dated)}${dated > 1 ? '都' : ''}在 ${when}，另外 ${articles(undated)}没有日期`;
    else if (isOneTime) said = `${one}${count === 1 ? '日期是' : '在'} ${when}`;
    const rest =
      answered.length > 0
        ? `${said && '：'}${answered.join('、')}`
        : `${said && '；'}没有话题、署名和原始地址，画不出图`;
    return `这份档案${said}${rest}。`;
  },
  /** What a section answers. */
  answers: {
    articles: '有多少',
    topics: '写什么',
    authors: '谁在写',
    length: '写多长',
    sources: '从哪里来',
    repairs: '修了什么',
  },
  period: (key: string): string => period(key),
  units: { month: '月份', year: '年份' },
  articles: { month: '每月的文章', year: '每年的文章' },
  topics: '写得最多的话题',
  authors: '写得最多的作者',
  all: { topics: '全部话题', authors: '全部作者' },
  length: '文章的长短',
  median: '中位数',
  sources: '来源',
  repairs: '修复',
  moreKinds: (count: number) => `另外 ${grouped(count)} 类`,
  count: '文章',
  axis: axisNumber,
  most: (when: string, count: number) => `最多在 ${when}，${articles(count)}。`,
  longest: (when: string, count: number) => `最长在 ${when}，中位数 ${grouped(count)} 字。`,
  /** @param outside dated articles that are not shown @param undated articles without a date */
  left: (outside: number, undated: number) =>
    [
      outside > 0 ? `另有 ${articles(outside)}日期离得太远，不在图中。` : '',
      undated > 0 ? `日期不详的 ${articles(undated)}不在图中。` : '',
    ].join(''),
  lengthNote: (few: number) => `每根柱是那时文章字数的中位数；不到 ${few} 篇的画得浅。`,
  few: (few: number) => `轴下标灰条的时段文章不到 ${few} 篇。`,
};
