import { grouped } from '../grouped.ts';

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
