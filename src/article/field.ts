/** A front matter value: text as written, or a list or map of such. */
export type Value = string | Value[] | { [key: string]: Value };

/** One field of front matter. */
export interface Field {
  key: string;
  value: Value;
  /** 1-based line in the file. */
  line: number;
}

/** The fields an article is made of, each with the names that scrapers and generators give it, the most trusted first. */
export const ALIASES = {
  url: ['url', 'link', 'source', 'fromurl', 'original_url', 'source_url', 'via', '链接', '原文链接', '来源'],
  permalink: ['permalink', 'slug_url'],
  slug: ['slug', 'urlname', 'abbrlink'],
  aliases: ['aliases', 'alias', 'redirect_from', 'redirects'],
  author: ['name', 'author', 'authors', 'byline', 'writer', '作者'],
  time: [
    ...[
      'time',
      'date',
      'published',
      'pubdate',
      'pubdatetime',
      'publishdate',
      'post_date',
      'published_at',
      'datetime',
    ],
    ...[
      'created',
      'date created',
      'created_at',
      'createtime',
      'created_time',
      '时间',
      '日期',
      '发布时间',
      '创建时间',
      '发表时间',
    ],
    ...[
      'lastmod',
      'updated',
      'modified',
      'last_modified',
      'date modified',
      'updated_at',
      'updatetime',
      '更新时间',
    ],
  ],
  title: ['title', 'subject', 'headline', '标题'],
  tags: ['tags', 'tag', 'keywords', '标签', '关键词'],
  categories: ['categories', 'category', 'columns', '分类', '栏目', '专栏'],
  description: ['description', 'summary', 'excerpt', 'abstract', '摘要'],
  cover: [
    'cover',
    'top_img',
    'image',
    'thumbnail',
    'banner',
    'featured_image',
    'feature_image',
    'header-img',
    'index_img',
  ],
  id: ['id'],
  layout: ['layout'],
} as const;

/** A field of an article. */
export type FieldName = keyof typeof ALIASES;

/** A key as it is compared: `date created`, `date_created` and `dateCreated` are one. */
export const keyName = (key: string): string =>
  key
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, '');

const BY_ALIAS = new Map<string, FieldName>();
for (const name of Object.keys(ALIASES) as FieldName[])
  for (const alias of ALIASES[name]) BY_ALIAS.set(keyName(alias), name);

/** The field a front matter key means, or null. */
export const aliasOf = (key: string): FieldName | null => BY_ALIAS.get(keyName(key)) ?? null;

/** The place of a key among the names of its field, 0 for the most trusted. */
export const rankOf = (name: FieldName, key: string): number =>
  ALIASES[name].findIndex((alias) => keyName(alias) === keyName(key));

/** A key under which data may be kept in an object: one that would touch a prototype loses its underscores. */
export const safeKey = (key: string): string => (key === '__proto__' ? 'proto' : key);
