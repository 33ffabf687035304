import { grouped } from '../grouped.ts';
import { articles } from './counts.ts';

export const redirect = { title: '文章已搬到这里' };

export const nav = {
  label: '导航',
  home: '首页',
  time: '时间',
  authors: '作者',
  topics: '话题',
  about: '关于',
  skip: '跳到正文',
};

export const home = {
  timeline: '各年篇数',
  timelineMonths: (year: string) => `${year} 年各月篇数`,
  onThisDay: '历年同日',
  today: '历年今天',
  wander: '随便看一篇',
  allArticles: '全部文章',
  allAuthors: '全部作者',
  allTopics: '全部话题',
  allThreads: '全部系列与连续报道',
  empty: '这份档案还没有文章。把 Markdown 文件放进内容文件夹，再构建一次。',
};

export const lists = {
  articles,
  page: (page: number) => `第 ${grouped(page)} 页`,
  pages: '分页',
  newest: (count: number) => `最近 ${articles(count)}`,
  undated: '日期不详',
  undatedNote: '这些文章的来源没有写明时间，或写得无法辨认。',
  /** Some names, as a sentence has them. */
  names: (names: readonly string[]) => names.join('、'),
  authorsTitle: '作者',
  topicsTitle: '话题',
  topicsEmpty:
    '还没有话题。常见的名称有三篇文章谈到，就成为话题；也可以在 topics.yml 里写上话题和别名，或者在文章里写 tags。',
  listTitle: '全部文章',
  listNote: '从最早的一篇数起，每页一百篇，网址不随新文章变动。',
  dayTitle: (day: string) => `历年 ${day}`,
  timeTitle: '时间',
  year: (year: string) => `${Number(year)} 年`,
  month: (month: string) => `${Number(month)} 月`,
  day: (day: string) => `${Number(day)} 日`,
  /** @param month `08` */
  sameMonth: (month: string) => `各年 ${Number(month)} 月`,
  newestPage: '最新',
  /** A numbered page, by the day on which it begins. */
  since: (day: string) => `${day} 起`,
};
