/** A front matter value: text as written, or a list or map of such. */
export type Value = string | Value[] | { [key: string]: Value };

/** One field of front matter. */
export interface Field {
  key: string;
  value: Value;
  /** 1-based line in the file. */
  line: number;
}

/** The fields an article is made of, each with the names scrapers give it, the most trusted first. */
export const ALIASES = {
  url: ['url', 'link', 'source', 'fromurl', 'via', 'permalink', '链接', '原文链接', '来源'],
  author: ['name', 'author', 'authors', 'byline', '作者'],
  time: ['time', 'date', 'published', 'pubdate', 'datetime', 'created', '时间', '日期', '发布时间'],
  title: ['title', 'subject', 'headline', '标题'],
  tags: ['tags', 'tag', 'categories', 'category', 'keywords', '标签', '分类'],
  id: ['id'],
  layout: ['layout'],
} as const;

/** A field of an article. */
export type FieldName = keyof typeof ALIASES;

const BY_ALIAS = new Map<string, FieldName>();
for (const name of Object.keys(ALIASES) as FieldName[])
  for (const alias of ALIASES[name]) BY_ALIAS.set(alias, name);

/** The field a front matter key means (whatever its case), or null. */
export const aliasOf = (key: string): FieldName | null => BY_ALIAS.get(key.trim().toLowerCase()) ?? null;

/** A key under which data may be kept in an object: one that would touch a prototype loses its underscores. */
export const safeKey = (key: string): string => (key === '__proto__' ? 'proto' : key);
