import { grouped } from '../grouped.ts';
import { articles, found, percent } from './counts.ts';

/** Search: the results, the empty and the failed state. */
export const searchUi = {
  panel: '搜索结果',
  loading: '搜索中…',
  /** Number of matches; where it is not `exact` it may be less, never more. */
  total: found,
  /** Matches that were read, of at most so many. */
  proven: (proven: number, most: number) => `至少 ${articles(proven)}，${found(most, false)}`,
  /** @param total as `total` says it @param literal likewise, of those that hold the query as one string */
  withLiteral: (total: string, literal: string) => `${total}，其中原句 ${literal}`,
  /** A search that had read as many articles as it may. */
  stopped: (checked: number, found: number) => `查了 ${articles(checked)}，找到 ${articles(found)}。`,
  /** Beside the matches stand hits that are near. @param said what is said of the matches */
  withNear: (said: string) => `${said}，另有相近的`,
  goOn: '继续查',
  none: (query: string) => `没有找到「${query}」。`,
  noneHere: (query: string) => (query ? `在这些条件下没有找到「${query}」。` : '没有符合条件的文章。'),
  onlyNear: (query: string) => `没有文章照样写着「${query}」，下面的只有其中一些词。`,
  onlyNearHere: (query: string) => `在这些条件下没有文章照样写着「${query}」，下面的只有其中一些词。`,
  /** Said of a hit that holds only some words of the query. */
  near: '只有一部分词',
  unsearchable: '这里没有可以查的字。',
  unsearchablePattern:
    '这个正则查不了：括号和「|」以外要有至少两个连着的汉字，或三个连着的字母；环视和反向引用不能用。加上引号就按原样查。',
  minusAsTyped: '带减号的照样找了。不要它：',
  exclude: (text: string) => `排除 ${text}`,
  /** Before why, as `unread` says it. */
  failed: '搜索没有完成：',
  retry: '重试',
  more: '更多',
  all: (total: string) => `查看全部 ${total}`,
  askPagefind: '用 Pagefind 再找',
  sort: '排序',
  contexts: '逐条上下文',
  contextsFailed: '上下文没有读到，可能是网络断了。',
  cite: '引用这次搜索',
  asShare: '占比',
  trend: '看趋势',
  narrow: '筛选',
  /** A bar: the name of its time, and of how many articles of that time there are how many matches. */
  bar: (name: string, count: number, exact: boolean, of: number) =>
    `${name}，${found(count, exact || count === 0)}${of ? `，占 ${percent(count / of)}` : ''}`,
  /** The number on a bar; that of an estimate is never too low. */
  barCount: (count: number, exact: boolean) => `${exact || count === 0 ? '' : '≤'}${grouped(count)}`,
  share: percent,
  range: '起止时间',
  rangeHeading: '起止',
  rangeSet: '限定',
  rangePlaceholder: '年-月',
  rangeHalf: (typed: string) => `「${typed.slice(0, 20)}」不是完整的年月，请写 2013 或 2013-08 这样的。`,
  rangeNoMonth: (month: number) => `没有 ${month} 月，请写 2013 或 2013-08 这样的。`,
  rangeNoDay: (year: string, month: number, day: number) => `${year} 年 ${month} 月没有 ${day} 日。`,
  rangeByMonth: (month: string) => `起止按月算，请写 ${month}。`,
  rangeReversed: (from: string, to: string) => `起（${from}）在止（${to}）之后。`,
  rangeSwap: '对调',
  sorts: { relevance: '相关', newest: '最新', oldest: '最早' },
  /** Each filter: heading of its values; name of one that is set, and its name under the heading, where that is not the value. */
  filters: {
    year: { heading: '年份', chip: (year: string) => `${year} 年` },
    month: {
      heading: '月份',
      chip: (month: string) => `${month.slice(0, 4)} 年 ${Number(month.slice(5))} 月`,
      short: (month: string) => `${Number(month.slice(5))} 月`,
    },
    from: { heading: '起', chip: (from: string) => `${from} 起` },
    to: { heading: '止', chip: (to: string) => `到 ${to} 止` },
    author: { heading: '作者' },
    topic: { heading: '话题' },
    boilerplate: { heading: '不计套话', chip: () => '不计套话' },
  },
  conditions: '条件',
  remove: (name: string) => `去掉条件：${name}`,
  clear: '去掉全部条件',
  undated: '日期不详',
  related: 'Pagefind 找到的',
  relatedNone: 'Pagefind 没有找到别的。',
  relatedFailed: 'Pagefind 的索引没有读到，可能是网络断了。',
};

/** What stands beside the hits. Counts are said as `found` says them. */
export const searchBeside = {
  found,
  noneAdvice: '试试更短的词，或者按时间浏览。',
  shorter: '试试',
  anywhere: (count: string) => `去掉条件：${count}`,
  wider: (count: string) => `连词中间的也算：${count}`,
  /** Before queries that may have been meant, and before other names for the same. */
  meant: '是不是要找',
  alsoNamed: '另见',
  between: '、',
  first: '最早',
  last: '最近',
  titled: (title: string) => `《${title}》`,
  boilerplate: '不计套话',
};

/** Contexts and citations of a search. */
export const searchStudy = {
  file: '上下文',
  found,
  otherPlaces: (count: number) => `其余 ${grouped(count)} 处`,
  saveShown: (count: number) => `下载 CSV：这 ${articles(count)}`,
  /** @param total as `found` says it */
  saveAll: (total: string) => `全部${total.startsWith('最') ? '' : ' '}${total}`,
  saveFirst: (count: number, total: string) =>
    `前 ${articles(count)}（共${total.startsWith('最') ? '' : ' '}${total}）`,
  saving: '读取中…',
  saveFailed: '没有读到，再试',
  csvColumns: ['日期', '标题', '作者', '地址', '段落', '上文', '字句', '下文'],
  /** @param asked query and conditions @param found as `total` says it */
  citation: (archive: string, asked: string, found: string, digest: string, date: string, address: string) =>
    `${archive}：检索「${asked}」，${found}。索引 ${digest}，检索日期 ${date}。${address}`,
  copy: '复制引文',
  copied: '已复制',
};

export const search = {
  title: '搜索',
  label: '搜索全文',
  placeholder: '搜索全文、标题、作者',
  submit: '搜索',
  help: '先照写下的整句找，再按词找；"引号里" 一字不差；汉字词前加 - 是排除；甲 OR 乙 有一个就行；外文从词首找起，加引号也找词中间。',
  noscript: '搜索要用 JavaScript。不用它，也可以这样找：',
  /** Before links by chance and by day. */
  wander: '不知道找什么，也可以走走：',
  browse: '浏览',
};
