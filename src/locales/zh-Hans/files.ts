import { grouped } from '../grouped.ts';

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
