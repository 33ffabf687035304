import { visit } from 'unist-util-visit';
import type { Element, Root } from 'xast';
import { toXml } from 'xast-util-to-xml';
import { x } from 'xastscript';
import type { ArticleRecord } from '../exporters/article-record.ts';
import { feedUrn } from '../exporters/identity.ts';
import { strictUri } from '../exporters/uri.ts';
import { allowed } from '../exporters/xml.ts';
import type { Strings } from '../locales/index.ts';
import type { Settings } from '../settings.ts';
import { bodyOfPage, type ChapterBody } from './epub-body.ts';

/** An article of a book without its text, which goes straight into the file. */
export type BookArticle = Pick<ArticleRecord, 'path' | 'title' | 'author' | 'time' | 'url'>;

/** A book: the articles of one year. */
export interface Book {
  title: string;
  /** Newest article's moment. */
  modified: string;
  settings: Settings;
  words: Strings['books'];
  articles: readonly BookArticle[];
}

/** What the chapters of a book turned out to hold. */
export interface BookContents {
  /** Names of pictures in the site's folder of media. */
  pictures: Set<string>;
  /** Numbers of the chapters with formulas. */
  formulas: Set<number>;
}

const pictureType = (name: string): string => {
  const ending = name.slice(name.lastIndexOf('.') + 1);
  return `image/${ending === 'jpg' ? 'jpeg' : ending === 'svg' ? 'svg+xml' : ending}`;
};

/** Name of the document of an article inside the book. */
export const chapterFile = (at: number): string => `${at + 1}.xhtml`;

/** A tree as a document; U+FFFD stands for the characters that no XML document may hold. */
function document(root: Element, doctype = ''): string {
  visit(root, (node) => {
    if (node.type === 'text') node.value = allowed(node.value);
    if (node.type === 'element')
      for (const [name, value] of Object.entries(node.attributes))
        if (value) node.attributes[name] = allowed(value);
  });
  // XML forbids `]]>` in text (section 2.4), and the library lets that through.
  const text = toXml(root, { closeEmptyElements: true, tightClose: true }).replaceAll(']]>', ']]&gt;');
  return `<?xml version="1.0" encoding="utf-8"?>\n${doctype}${text}\n`;
}

/** A page of the book. */
const xhtml = (title: string, body: (Element | Root['children'][number])[]): string =>
  document(
    x(
      'html',
      {
        xmlns: 'http://www.w3.org/1999/xhtml',
        'xmlns:epub': 'http://www.idpf.org/2007/ops',
        'xml:lang': 'zh-Hans',
        lang: 'zh-Hans',
      },
      [
        x('head', [x('title', title), x('link', { rel: 'stylesheet', type: 'text/css', href: 'style.css' })]),
        x('body', body),
      ],
    ),
    '<!DOCTYPE html>\n',
  );

/** The package document: metadata, files, order of reading (EPUB 3.3, section 5). */
export function packageDocument(
  { title, modified, settings, articles }: Book,
  contents: BookContents,
): string {
  const { maintainer, licence } = settings;
  const item = (id: string, href: string, type: string, properties?: string) =>
    x('item', { id, href, 'media-type': type, ...(properties && { properties }) });
  const page = 'application/xhtml+xml';
  return document(
    x(
      'package',
      {
        xmlns: 'http://www.idpf.org/2007/opf',
        version: '3.0',
        'unique-identifier': 'id',
        'xml:lang': 'zh-Hans',
      },
      [
        x('metadata', { 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' }, [
          x('dc:identifier', { id: 'id' }, feedUrn(settings, title)),
          x('dc:title', {}, title),
          x('dc:language', {}, 'zh-Hans'),
          ...(maintainer ? [x('dc:publisher', {}, maintainer)] : []),
          ...(licence ? [x('dc:rights', {}, licence)] : []),
          x('meta', { property: 'dcterms:modified' }, modified),
        ]),
        x('manifest', [
          item('nav', 'nav.xhtml', page, 'nav'),
          item('cover', 'cover.xhtml', page),
          item('style', 'style.css', 'text/css'),
          ...articles.map((_, at) =>
            item(`a${at + 1}`, chapterFile(at), page, contents.formulas.has(at) ? 'mathml' : undefined),
          ),
          ...[...contents.pictures]
            .sort()
            .map((name, at) => item(`p${at + 1}`, `media/${name}`, pictureType(name))),
        ]),
        x('spine', [
          x('itemref', { idref: 'cover' }),
          x('itemref', { idref: 'nav' }),
          ...articles.map((_, at) => x('itemref', { idref: `a${at + 1}` })),
        ]),
      ],
    ),
  );
}

/** The table of contents. */
export function navigation({ title, words, articles }: Book): string {
  const lines = articles.map((article, at) => x('li', [x('a', { href: chapterFile(at) }, article.title)]));
  return xhtml(title, [x('nav', { 'epub:type': 'toc' }, [x('h1', words.contents), x('ol', lines)])]);
}

/** The first page. */
export function cover({ title, settings, words, articles }: Book): string {
  return xhtml(title, [
    x('h1', title),
    x('p', settings.description),
    x('p', { class: 'by' }, [words.articles(articles.length), settings.licence].filter(Boolean).join(' · ')),
  ]);
}

/** An article, and what it shows. @param page HTML of its page on the site */
export function chapter(
  { title, author, time, url }: BookArticle,
  page: string,
  words: Book['words'],
): { text: string } & Omit<ChapterBody, 'nodes'> {
  const { nodes, ...shown } = bodyOfPage(page, words.picture);
  const text = xhtml(title, [
    x('h1', title),
    x('p', { class: 'by' }, [time?.slice(0, 10), author].filter(Boolean).join(' · ')),
    ...nodes,
    ...(url ? [x('p', { class: 'source' }, [x('a', { href: strictUri(url) }, url)])] : []),
  ]);
  return { text, ...shown };
}
