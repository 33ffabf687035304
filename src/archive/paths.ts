import type { ArticleMeta } from '../types.ts';
import { articleId, segment } from './ids.ts';

/**
 * The path an article asks for: `<yyyy>/<mm>/<id>.html`, or `undated/<id>.html`.
 * Every path is relative to the site's root and ends in `.html`, so one tree works at a root, under a sub-path and from disk.
 */
export function articlePath(meta: ArticleMeta): string {
  const folder = meta.time ? meta.time.date.slice(0, 7).replace('-', '/') : 'undated';
  return `${folder}/${articleId(meta)}.html`;
}

/** The Markdown twin beside an article's page. */
export const twinPath = (page: string): string => page.replace(/\.html$/, '.md');

/** Where the other page kinds live. */
export const paths = {
  home: 'index.html',
  search: 'search.html',
  about: 'about.html',
  repairs: 'repairs.html',
  notFound: '404.html',
  time: 'time.html',
  overview: 'overview.html',
  trends: 'trends.html',
  undated: 'undated/index.html',
  list: 'list/index.html',
  authors: 'authors/index.html',
  topics: 'topics/index.html',
  threads: 'threads/index.html',
  listPage: (page: number) => `list/${page}.html`,
  year: (year: string) => `${year}/index.html`,
  month: (year: string, month: string) => `${year}/${month}/index.html`,
  /** @param day `mm-dd` */
  day: (day: string) => `days/${day}.html`,
  author: (name: string) => `authors/${segment(name)}.html`,
  /** Authors under a letter, where these have pages of their own: no author's numbered page has a letter for its number. */
  authorLetter: (letter: string, page: number) => `authors/by/${letter}${page > 1 ? `-${page}` : ''}.html`,
  authorNames: 'search/author-names.js',
  topic: (name: string) => `topics/${segment(name)}.html`,
  thread: (name: string) => `threads/${segment(name)}.html`,
  /** A further page of an author's or topic's list, numbered from the oldest. */
  groupPage: (first: string, page: number) => first.replace(/\.html$/, `/${page}.html`),
} as const;

/** A path as it stands in a link: each segment percent-encoded. */
export const href = (path: string): string =>
  // Nearly all paths are numbers: what needs no escape is left alone at once.
  /^[\w./-]*$/.test(path) ? path : path.split('/').map(encodeURIComponent).join('/');

/** The relative way from a page back to the site's root: `''`, `'../'`, `'../../'`, … */
export const rootOf = (path: string): string => '../'.repeat(path.split('/').length - 1);
