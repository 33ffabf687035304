import { grouped } from '../grouped.ts';
import { articles, axisNumber, period } from './counts.ts';

/** A share as charts say it: one decimal. */
const exactPercent = (share: number): string =>
  `${(share * 100).toFixed(share > 0 && share < 0.001 ? 2 : 1)}%`;

const trendsTitle = '词频趋势';

/** The page of trends, as it is built. */
export const trends = {
  title: trendsTitle,
  lead: '一个词什么时候热起来，什么时候没人提了：任何字句都行，最多六个，用逗号隔开。',
  label: '要画的词',
  placeholder: '微信，微博，Linux',
  submit: '画',
  examples: '例如',
  noscript: '画趋势要用 JavaScript。不用它，可以看',
  overview: '概览',
};

/** The page of trends, as its script writes it. */
export const trendsUi = {
  title: trendsTitle,
  period,
  loading: '正在数…',
  /** Before why, as `unread` says it. */
  failed: '没有数完：',
  retry: '重试',
  options: '画法',
  by: '时间',
  as: '数值',
  smooth: '平滑',
  units: { month: '按月', year: '按年' },
  measures: { share: '占当时文章的比例', count: '篇数' },
  shortMeasures: { share: '占比', count: '篇数' },
  smoothing: (width: number, unit: 'month' | 'year') =>
    width === 1 ? '不平滑' : `${width} ${unit === 'month' ? '个月' : '年'}`,
  to: '止',
  whole: '全部时间',
  /** @param exact false where the number is an estimate */
  total: (total: number, exact: boolean) => `${exact ? '' : '约 '}${articles(total)}`,
  share: exactPercent,
  axisShare: (share: number) => `${Number((share * 100).toPrecision(3))}%`,
  axisCount: axisNumber,
  mean: (count: number) => `${Number(count.toFixed(1))} 篇`,
  /** What a point says: the value that is drawn, and what was counted. @param smoothed true where the value is an average */
  point: (drawn: string, count: number, of: number, exact: boolean, smoothed: boolean) =>
    `${smoothed ? '平均 ' : ''}${exact ? '' : '约 '}${drawn}（${smoothed ? '当时 ' : ''}${grouped(of)} 篇里有 ${grouped(count)} 篇）`,
  /** The head of a word's column in the table. */
  column: (word: string, exact: boolean) => (exact ? word : `${word}（约）`),
  peak: (word: string, when: string, value: string) => `「${word}」最高在 ${when}，${value}。`,
  searchFor: (word: string) => `搜索「${word}」`,
  remove: (word: string) => `去掉「${word}」`,
  none: (words: readonly string[]) => `${words.map((word) => `「${word}」`).join('')}没有文章写到。`,
  apart: (words: string) => `分开画：${words}`,
  unsearchable: (words: readonly string[]) =>
    `${words.map((word) => `「${word}」`).join('')}里没有可以查的字。`,
  tooMany: (words: readonly string[]) =>
    `一次最多画六个词，没有画${words.map((word) => `「${word}」`).join('')}。`,
  nothingHere: '这段时间没有文章。',
  notHere: '这段时间没有文章写到这些词。',
  nothingDated: '档案里的文章都没有日期，画不出趋势。',
  about: '虚线的词是约数：索引只知道这些文章可能写到，最多偏高；搜索时逐篇核对。',
  few: (least: number, unit: 'month' | 'year') =>
    `轴下标灰条的${unit === 'month' ? '月份' : '年份'}文章不到 ${least} 篇，比例靠不住${unit === 'month' ? '，按年看更稳' : ''}；太高的只画到顶。`,
  smoothed: (width: number, unit: 'month' | 'year', share: boolean) =>
    `每点是前后共 ${width} ${unit === 'month' ? '个月' : '年'}的平均${share ? '（篇数合起来算比例）' : ''}，两端有几${unit === 'month' ? '个月' : '年'}算几${unit === 'month' ? '个月' : '年'}。`,
  outside: (count: number) => `另有 ${articles(count)}日期离得太远，没有画。`,
  undated: (count: number) => `日期不详的 ${articles(count)}没有算。`,
  counting: '数的是写到这个词的文章，一篇算一次；繁简、大小写不分，外文从词首算起。',
  /** What to do: on the screen only. */
  hands: '点开一个点，看那时的文章；左右键逐点看，上下键换词，回车打开。',
  toRange: '写上起止，看离得太远的。',
  save: '保存',
  saveCsv: '下载 CSV',
  saveSvg: '下载 SVG',
  savePng: '下载 PNG',
  copyPng: '复制 PNG',
  copyLink: '复制网址',
  copied: '已复制',
  notCopied: '没有复制成，请下载。',
  csvPeriod: { month: '月份', year: '年份' },
  csvArticles: '文章',
  csvCount: (word: string, exact: boolean) => `${word} 篇数${exact ? '' : '（约）'}`,
  csvShare: (word: string, exact: boolean) => `${word} 占比${exact ? '' : '（约）'}`,
  csvDrawn: (word: string, width: number) => `${word} ${width} 期平均`,
  /** Below a picture: where it is from. */
  source: (archive: string, address: string, date: string) => `来源：${archive} ${address}，${date}`,
  chart: (words: readonly string[], measure: string, unit: string) =>
    `${words.join('、')}：${unit}，${measure}`,
};
