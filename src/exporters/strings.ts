/** What `llms.txt` says. */
export const llmsStrings = {
  about: (articles: number, span: string | null) =>
    `共 ${articles} 篇文章${span ? `，${span} 年` : ''}，中文。`,
  twins: '每篇文章的 Markdown 原文在同一路径下，把 .html 换成 .md 即可取得。',
  data: '数据',
  articles: '全部文章：字段、正文、SHA-256，每行一个 JSON 对象（gzip）',
  schema: '上述每一行的 JSON Schema',
  manifest: '每篇文章的网页与原文的 SHA-256，用来核对镜像',
  feed: 'Atom，最近 50 篇；更早的按 RFC 5005 分页',
  years: '年份',
  authors: '作者',
  topics: '话题',
  count: (articles: number) => `${articles} 篇`,
} as const;
