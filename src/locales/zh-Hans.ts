/**
 * Every word of the interface, in Simplified Chinese. The type of this module is what every other language has to provide (`Strings`).
 * A section is an export of its own, so that a browser bundle carries only the sections it imports.
 */

import type { Fidelity } from '../fidelity.ts';
import type { RepairRule } from '../repair-rules.ts';
import { grouped } from './grouped.ts';

export { dayMap, front, people, replay } from './zh-Hans/people.ts';
export { problemRules } from './zh-Hans/problems.ts';
export { tools } from './zh-Hans/tools.ts';
export { topics } from './zh-Hans/topics.ts';

/** How the language is named: by BCP 47, and to those who show links to a page. */
export const language = { tag: 'zh-Hans', openGraph: 'zh_CN' };

/** An archive whose settings give it no name. */
export const archive = { title: '旧闻', description: '中文科技新闻档案：可读、可搜、可离线保存。' };

/** Numbers as they stand alone, and counts. */
export const number = grouped;
const articles = (count: number): string => `${grouped(count)} 篇`;
/** A number of articles; one that is not exact is never too low. */
const found = (total: number, exact: boolean): string => `${exact ? '' : '最多 '}${articles(total)}`;
const percent = (share: number): string =>
  `${share > 0 && share < 0.1 ? (share * 100).toFixed(1) : Math.round(share * 100)}%`;

export const dates = {
  /** @param date `2013-08-01` */
  day: (date: string) => {
    const [year, month, day] = date.split('-').map(Number);
    return `${year} 年 ${month} 月 ${day} 日`;
  },
  /** @param monthDay `08-01` */
  monthDay: (monthDay: string) => {
    const [month, day] = monthDay.split('-').map(Number);
    return `${month} 月 ${day} 日`;
  },
  month: (year: string, month: string) => `${Number(year)} 年 ${Number(month)} 月`,
};

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

/** Files of the index that could not be read: why, and what to do. */
export const unread = {
  net: '有文件没有取到：可能是网络断了，也可能是网站缺了文件。看看网络再试；网络好着还不行，就告诉维护者。',
  disk: '有文件没有读到。请把离线压缩包完整解压，再打开其中的 index.html；没有就用网址打开。',
  /** Before the way to the offline page. */
  toKeep: '想断网也能用，先存下索引：',
  keep: '离线阅读',
};

/** A script of the site that could not be read. */
export const missing = {
  net: '有文件没有读到，可能是网络断了。请刷新页面再试。',
  disk: '有文件没有读到。请把离线压缩包完整解压，再打开其中的 index.html。',
};

/** What a script adds to reading: pictures of other hosts, blocks of code, tables. */
export const readingUi = {
  alwaysPictures: '以后每篇都显示',
  askPictures: '不再自动显示',
  loading: '载入中…',
  failed: '没有取到',
  again: '再试',
  address: '原址',
  wayback: '网页存档',
  copy: '复制',
  copied: '已复制',
  wrap: '换行',
};

// Words of the layouts, page kind by page kind.
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

export const article = {
  /** What articles refer to. */
  references: {
    picture: '图片：',
    missingPicture: (address: string) => `图片缺失：${address}`,
    missingFile: (address: string) => `文件缺失：${address}`,
    wayback: '互联网档案馆',
    original: '原文',
    /** `PDF` */
    type: (path: string) => path.slice(path.lastIndexOf('.') + 1).toUpperCase(),
  },
  citing: '被这些文章引用',
  outside: (count: number) => `文中链接（${count}）`,
  original: '原文',
  wayback: '网页存档',
  twin: 'Markdown 源文件',
  source: '出处',
  contents: '目录',
  below: (headings: number) => `${grouped(headings)} 节`,
  pictureName: (number: number) => `图 ${number}`,
  showPictures: (count: number) => `显示本页 ${grouped(count)} 张图片`,
  cite: '引用',
  gbt: 'GB/T 7714',
  bibtex: 'BibTeX',
  copy: '复制引文',
  copied: '已复制',
  earlier: '更早',
  later: '更晚',
  earlierByAuthor: '同作者更早',
  laterByAuthor: '同作者更晚',
  neighbours: '前后文章',
  sameDayAll: '这一天的全部文章',
  repairs: (count: number) => `档案修复了 ${count} 处`,
  repairLine: (line: number) => `第 ${line} 行`,
  before: '修复前',
  after: '修复后',
  nothing: '（无）',
  repairsAbout: '修复说明',
  recovered: '标题由档案修复',
  undated: '日期不详',
  noUrl: '原始地址不详',
  characters: (count: number) => `${grouped(count)} 字`,
  minutes: (count: number) => `约 ${count} 分钟`,
};

export { around } from './zh-Hans/around.ts';

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

export const about = {
  title: '关于这份档案',
  numbers: '数字',
  articles: '文章',
  authors: '作者',
  topics: '话题',
  characters: '正文字数',
  span: '时间跨度',
  undated: '日期不详',
  maintainer: '维护者',
  licence: '授权',
  fidelity: '忠实自检',
  /** What the sources hold, and how much of it stands neither on a page nor among the repairs. */
  faithful: ({ han, words, links, pictures, code, formulas, notes, cells }: Fidelity) => {
    const kinds: [held: number, name: string][] = [
      [han[0], '个汉字'],
      [words[0], '个外文词'],
      [links[0], '个链接'],
      [pictures[0], '张图片'],
      [code[0], '行代码'],
      [formulas[0], '个公式'],
      [notes[0], '条脚注'],
      [cells[0], '个表格单元'],
    ];
    const held = kinds.flatMap(([count, name]) => (count > 0 ? [`${grouped(count)} ${name}`] : []));
    const missing = [han, words, links, pictures, code, formulas, notes, cells].reduce(
      (sum, [, count]) => sum + count,
      0,
    );
    return `${held.join('、')}，${grouped(missing)} 处无说明地消失。`;
  },
  certificate: '搜索自检',
  /** @param checked articles of `documents` that strings were taken from */
  certified: (strings: number, checked: number, documents: number) =>
    `构建时从${checked < documents ? '抽出的' : '全部'} ${articles(checked)}文章里抽 ${grouped(strings)} 个字符串，与逐字比对的结果相符：该找到的都找到，不该找到的没有。`,
  provenance: '来源',
  provenanceNote:
    '文章按抓取时的样子保存，每篇都附原文地址和网页存档，Markdown 源文件都在 articles.jsonl.gz 里。',
  host: '网站',
  moreHosts: (count: number) => `另外 ${grouped(count)} 个网站`,
  noUrl: '没有原始地址',
  repairs: '修复',
  repairsNote: '抓取会弄坏文字。档案只删去重复和残渣，不删去只出现一次的字句；每一处修复都列在文章末尾。',
  repairsLink: '修复记录',
  report: '完整报告（JSON）',
  problems: '存疑',
  problemsNote: '构建时发现、需要人看一眼的地方，逐条写在完整报告里。',
  searching: '怎么搜',
  searchingNotes: [
    '先找照样写下的字句，再找各个词都有的文章，最后是只有一部分词的，都写明。繁简、全角半角、大小写、中西文之间的空格不分。',
    '引号里的字句连着找，例如 "Linux 内核"；引号里的引号写两个。',
    '汉字词和引号前加减号是排除，例如 内核 -安卓；外文命令里的 -l 照样找，要排除时结果上方可以点。',
    '甲 OR 乙 有一个就行；标题:、作者:、正文: 只在那里找。',
    '外文单词从词首找起：phone 找不到 iPhone，"phone" 找得到。',
    '打成拼音、打错一个字母，或者另有名字的，会在结果上方问「是不是要找」，附上篇数，不混在结果里。',
    '两条斜杠之间是正则，例如 /内核 \\d+/；后面加 i 就不分大小写。里面要有至少两个连着的汉字，或三个连着的字母。',
    '年份柱、作者、话题、起止时间都能缩小范围；条件都写在网址里，可以收藏，可以分享。',
  ],
  rule: '规则',
  times: '次数',
  generator: '由 Jiuwen 旧闻生成',
};

export const repairs = {
  title: '修复记录',
  note: '每类修复做什么、做了多少次，各举几例。规则可以在 archive.yml 里逐条关闭。',
  times: (count: number) => `${grouped(count)} 处`,
  examples: '例子',
  nothing: '没有修复任何地方。',
};

export const notFound = {
  title: '没有这一页',
  fact: '这个地址下没有文章。',
  action: '搜索标题里的几个字，或者按时间找。',
};

/** The offline page: its layout, the table the build makes, and what its script says. */
export const offline = {
  title: '离线阅读',
  lead: '把档案存进这个浏览器，断网也能读，也能搜。',
  articles: '文章',
  toDownload: '要下载',
  toStore: '存下后占用',
  part: '部分',
  size: '大小',
  download: '压缩包',
  zip: 'zip',
  saved: '保存',
  packLabel: (part: string, number: number, of: number, size: string) =>
    `下载${part}的 zip${of > 1 ? ` ${number}` : ''}，${size}`,
  /** Name of a group: a year, or what its id stands for. */
  group: (id: string) =>
    ({
      undated: '日期不详',
      lists: '首页、目录和列表',
      search: '全文搜索的索引',
      media: '图片和附件',
      pagefind: 'Pagefind 的索引',
      assets: '样式和脚本',
    })[id] ?? `${Number(id)} 年`,
  parts: '分开保存',
  partsNote: '按年保存也可以。要离线搜索，就把索引一起存下；图片和附件单独保存；没有存下的年份不在结果里。',
  keep: '能留多久',
  keepNotes: [
    '存下的东西归浏览器管：空间不够，或者很久没有打开，浏览器可能不打招呼就删掉。',
    '要长久留存，就下载上面的压缩包，解压到同一个文件夹里，或者向维护者要 zip、ZIM 整包。',
    '在 iPhone 和 iPad 上，先把本站添加到主屏幕，再从主屏幕打开保存。',
    '读过的页面也会留下最近的两百页。外站的图片不会存下。',
  ],
  noscript: '保存要用 JavaScript。不用它，也可以下载这些压缩包，解压到同一个文件夹里，打开 index.html。',
  saveAll: '保存整个档案',
  saveRest: '保存其余部分',
  save: '保存',
  saveOne: (part: string) => `保存：${part}`,
  remove: '删除',
  removeOne: (part: string) => `删除：${part}`,
  removeAll: '全部删除',
  removeSure: '再按一次，全部删除',
  pause: '暂停',
  resume: '继续',
  update: '更新存下的档案',
  updateSize: (bytes: string) => `这次约 ${bytes}。`,
  progress: '保存的进度',
  checking: '正在看存了多少…',
  unpacked: '这是解压出来的一份，不用再存，断网也能读。',
  nothing: '还没有保存。',
  whole: (articles: string) => `整个档案都存下了，共 ${articles} 篇。`,
  some: (articles: string, of: string) => `存下了 ${articles} 篇，共 ${of} 篇。`,
  outdated: '网站有更新，存下的还是旧的一版。旧的照常能读能搜；更新只下载变了的部分。',
  offline: '连不上网站。',
  someSaved: '存下的照常能读。',
  kept: '已存',
  partly: '存了一部分',
  saving: (articles: string, of: string, bytes: string, ofBytes: string) =>
    `${articles} / ${of} 篇　${bytes} / ${ofBytes}`,
  started: '开始保存。',
  paused: '停下了。存好的都在，随时可以继续，关掉网页再来也可以。',
  begun: '上次没有存完。存好的都在，可以接着存。',
  done: '存好了。',
  removed: '删掉了。',
  persisted: '浏览器答应不主动清理，但仍不能担保。',
  used: (used: string, quota: string) => `本站占用 ${used}，浏览器最多给 ${quota}。`,
  busy: '另一个标签页正在保存或删除，等它完成再来。',
  refused: '这个浏览器不让网站保存东西：可能是隐私窗口、禁用了网站数据，或者网址不是 https。可以下载压缩包。',
  faults: {
    network: '下载断了。存好的都在，网络恢复后会接着存，也可以自己按「继续」。',
    damaged:
      '有一个压缩包不完整，或者不是这一版的，没有存进来。存好的都在；按「继续」重试，总是这样就告诉维护者。',
    changed: '网站刚刚更新，压缩包换了新的。存好的都在，按「继续」接着存新的一版。',
    full: '空间不够。存好的都在；腾出空间再按「继续」，或者只保存几年。',
    refused: '浏览器中途不让保存了，可能是隐私窗口或空间设置。存好的都在。',
  },
};

/** The page that stands in for one that is not saved; the service worker's part and the layout's. */
export const unsaved = {
  title: '这一页没有保存',
  fact: '连不上网站，这一页也没有存在这个浏览器里。',
  action: '连上网再打开，或者看看附近存下的：',
  search: '上面的搜索框能搜存下的文章。',
  link: '离线阅读',
  month: (year: string, month: string) => `${Number(year)} 年 ${Number(month)} 月`,
  year: (year: string) => `${Number(year)} 年`,
  undated: '日期不详',
  authors: '作者',
  topics: '话题',
  threads: '系列与连续报道',
  time: '时间',
};

/** The line that says there is a newer build of the site. */
export const update = {
  version: '网站有新版本。',
  take: '换上',
  archive: '网站有更新，存下的档案还是旧的一版。',
  see: '去更新',
};

/** Words of packages. */
export const packages = {
  unpack: '这一页还在压缩包里，或者没有解压完整。请先把整个压缩包解压到一个文件夹，再打开其中的 index.html。',
};

/** One sentence on each kind of repair, for readers. */
export const repairRules: Record<RepairRule, string> = {
  'indented-prose': '把因段首缩进而被误认作代码的中文段落还原为正文。',
  'invisible-character':
    '去掉控制字符、零宽字符、改变书写方向的字符和乱码替换符；字句之间丢失的字以 □ 标出。',
  'double-encoded-entity':
    '还原被重复编码的字符实体，例如正文里露出的 &nbsp; 和 &ldquo;；代码和讲解实体的段落不动。',
  'empty-image': '去掉没有地址的图片和延迟加载用的占位图，有意义的替代文字保留为正文。',
  'lazy-image': '把 HTML 图片标签里延迟加载的真实地址放回原处，没有真实地址的占位图去掉。',
  'paragraph-indent': '去掉段首段尾用来排版的全角空格和不换行空格，以缩进开头的行另起一段。',
  'stray-question-mark': '去掉段首多余的问号，那是转码时丢失的缩进空格。',
  'soft-line-break': '把汉字之间的换行直接接上，免得页面上多出空格；西文单词之间的换行照旧当作空格。',
  'repeated-title': '去掉正文开头与文章标题相同的一行，标题只显示一次。',
  'whole-article-blob': '去掉把全文连成一段的重复文字；只保留在其中的小标题和句子放回原来的位置。',
  'repeated-paragraph': '去掉重复出现的段落，只保留第一次出现的；短句、代码、图注和引出下文的句子不动。',
  encoding: '把 GB18030、Big5、UTF-16 等编码的文件转成 UTF-8。',
  'front-matter': '逐行读出写得不合 YAML 规则的文章信息。',
  'control-characters': '去掉文件里看不见的控制字符。',
  'heading-mark': '给 # 后面没有空格的小标题补上空格。',
  'emphasis-blanks': '把加粗记号里多余的空格移到外面，让紧挨着的加粗显示出来。',
  'contents-mark': '去掉生成目录的标记，页面自有目录。',
  'odd-scheme': '把浏览器打不开的链接地址（例如 ed2k、thunder）列为文字。',
  wrapper: '去掉文档站组件的标签，里面的文字和标题留下。',
  'title-heading': '去掉正文开头与标题相同的小标题。',
  'dead-link': '去掉没有写成地址的链接，留下文字。',
  'dead-image': '去掉没有地址的图片，留下说明文字。',
  'unsafe-html': '去掉可能危害读者的 HTML，内容地址保留为链接。',
  'hidden-text':
    '找回会无声消失的文字：没有引用的脚注和链接注释、代码围栏后面的字、表格里多出的格子显示为正文；注释等不能显示的文字，全文列在这里。',
};

/** Words that reading puts into articles: plain data, because it crosses to worker processes. */
export const reading = {
  anonymous: '佚名',
  untitled: '无题',
  footnotes: '脚注',
  backToText: '返回正文',
  table: '表格',
  done: '已完成',
  open: '未完成',
  /** Before a description, a host or an address. */
  picture: '图片：',
  pictureLink: '图片链接：',
  embedded: '嵌入内容：',
  /** Boxes without a title of their own. */
  boxes: { note: '注', info: '说明', tip: '提示', warning: '注意', danger: '警告' },
};

/** The first lines of `npm run check`. */
export const check = {
  /** @param generator name of what the folder looks like, or null */
  folder: (generator: string | null, count: number, withPictures: number) =>
    `${generator ?? 'Markdown'} 文件夹，${grouped(count)} 篇，${grouped(withPictures)} 篇有本地图片`,
  lacking: (undated: number, drafts: number, pictures: number, links: number) =>
    [
      undated && `${grouped(undated)} 篇没有日期`,
      drafts && `${grouped(drafts)} 篇草稿不发布`,
      pictures && `${grouped(pictures)} 张图片不在文件夹里`,
      links && `${grouped(links)} 个链接没有去处`,
    ]
      .filter(Boolean)
      .join('，') || '什么也不缺',
};

/** Words of `llms.txt`. */
export const llms = {
  about: (articles: number, span: string | null) =>
    `共 ${articles} 篇文章${span ? `，${span} 年` : ''}，中文。`,
  twins: '每篇文章的 Markdown 原文在同一路径下，把 .html 换成 .md 即可取得。',
  data: '数据',
  articles: '全部文章：字段、正文、Markdown 原文、SHA-256，每行一个 JSON 对象（gzip）',
  schema: '上述每一行的 JSON Schema',
  manifest: '每篇文章的网页与原文的 SHA-256，用来核对镜像',
  feed: 'Atom，最近 50 篇；更早的按 RFC 5005 分页',
  years: '年份',
  authors: '作者',
  topics: '话题',
  count: (articles: number) => `${articles} 篇`,
};

/** Words of books, a year each. */
export const books = {
  undated: '日期不详',
  contents: '目录',
  articles: (count: number) => `${count} 篇`,
  picture: (description: string) => (description ? `［图：${description}］` : '［图］'),
};

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

/** A number beside an axis, where there is room for six characters. */
const axisNumber = (count: number): string => {
  if (count >= 10_000) return `${Number((count / 10_000).toPrecision(3))} 万`;
  return Number.isInteger(count) ? grouped(count) : String(Number(count.toPrecision(6)));
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

/** A month or a year as trends and the overview say it. @param key `2013-08` or `2013` */
const period = (key: string): string => {
  const [year = '', month] = key.split('-');
  return month === undefined ? `${Number(year)} 年` : `${Number(year)} 年 ${Number(month)} 月`;
};
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
