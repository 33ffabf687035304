import { grouped } from '../grouped.ts';

/** Topics: their index and their pages. */
export const topics = {
  /** Topics of no kind. */
  other: '其他',
  kinds: '按类别',
  chart: '每月篇数',
  first: '最早',
  /** The month of most articles. */
  peak: '最多',
  latest: '最近',
  /** @param month as `dates.month` says it */
  inMonth: (month: string, count: number) => `${month}，${grouped(count)} 篇`,
  near: '一起出现',
  authors: '写得最多',
  articles: '文章',
};
