import { grouped } from '../grouped.ts';

/** Authors, reading through, and the home page's topics that rise and fall. */
export const people = {
  /** The author's first and last day. */
  wrote: (from: string, to: string) => (from === to ? from : `${from} – ${to}`),
  articles: '文章',
  topics: '写过的话题',
  coAuthors: '合写的人',
  feed: '订阅',
  most: '写得最多',
  letters: '按拼音找',
  letter: (letter: string) => (letter === '#' ? '其他' : letter),
  /** A page of a letter, by the name it begins with. */
  since: (name: string) => `${name} 起`,
  find: '找作者',
  findHint: '姓名、拼音或首字母',
  sort: '排序',
  byLetter: '按拼音',
  byStrokes: '按笔画',
  /** @param count 0 where a name begins with no Chinese character */
  strokes: (count: number) => (count ? `${count} 画` : '其他'),
  byCount: '按篇数',
  found: (count: number) => (count === 0 ? '没有这样的作者。' : `${grouped(count)} 位`),
  /** More are found than are shown. */
  firstOf: (shown: number, count: number) => `${grouped(count)} 位，先列出 ${grouped(shown)} 位`,
  missing: '名单没有读到。请按字母找。',
};

/** Reading a list through from its first article. */
export const replay = {
  start: '从头读起',
  startHere: '从这里读起',
  /** @param total 0 where it is not known */
  place: (at: number, total: number) => `第 ${grouped(at)} 篇${total ? `，共 ${grouped(total)} 篇` : ''}`,
  previous: '上一篇',
  next: '下一篇',
  stop: '不读了',
  end: '读完了',
  all: '全部文章',
};

/** The map of a year's days. */
export const dayMap = {
  title: '各日',
  label: (year: string) => `${Number(year)} 年各日篇数`,
  summary: (days: number, most: string, count: string) =>
    `${grouped(days)} 天有文章，最多的是 ${most}，${count}。`,
  columns: ['日期', '篇数'] as [string, string],
  /** Monday first. */
  weekdays: ['一', '', '三', '', '五', '', ''],
  legend: ['少', '多'] as [string, string],
};

/** What the home page shows of the archive's past and present. */
export const front = {
  rising: '近来更多',
  falling: '近来更少',
  /** The period that is compared with all before. @param from `2023-02` */
  period: (from: string, to: string) => `${from} 至 ${to}，与此前比`,
  /** Unit of a topic's articles before and now. */
  ofHundred: '每百篇',
  before: '此前',
  now: '近来',
  topic: '话题',
  newest: '最近',
  month: '月',
};
