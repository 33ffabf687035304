import type { Element, Root } from 'xast';
import { x } from 'xastscript';
import { feedUrn } from '../exporters/identity.ts';
import { strictUri } from '../exporters/uri.ts';
import type { Book, Chapter } from './epub.ts';
import { bodyOfPage } from './epub-body.ts';
import { treeText } from './tree-text.ts';

const document = (root: Element, doctype = ''): string =>
  `<?xml version="1.0" encoding="utf-8"?>\n${doctype}${treeText(root)}\n`;

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
export function packageDocument({ title, modified, settings, chapters }: Book): string {
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
          ...chapters.map(({ file }, at) => item(`a${at + 1}`, file, page)),
        ]),
        x('spine', [
          x('itemref', { idref: 'cover' }),
          x('itemref', { idref: 'nav' }),
          ...chapters.map((_, at) => x('itemref', { idref: `a${at + 1}` })),
        ]),
      ],
    ),
  );
}

/** The table of contents. */
export function navigation({ title, chapters }: Book): string {
  const line = ({ file, record }: Chapter) => x('li', [x('a', { href: file }, record.title)]);
  return xhtml(title, [x('nav', { 'epub:type': 'toc' }, [x('h1', '目录'), x('ol', chapters.map(line))])]);
}

/** The first page. */
export function cover({ title, settings, chapters }: Book): string {
  return xhtml(title, [
    x('h1', title),
    x('p', settings.description),
    x('p', { class: 'by' }, [`${chapters.length} 篇`, settings.licence].filter(Boolean).join(' · ')),
  ]);
}

/** An article. @param page HTML of its page on the site */
export function chapter({ title, author, time, url }: Chapter['record'], page: string): string {
  return xhtml(title, [
    x('h1', title),
    x('p', { class: 'by' }, [time?.slice(0, 10), author].filter(Boolean).join(' · ')),
    ...bodyOfPage(page),
    ...(url ? [x('p', { class: 'source' }, [x('a', { href: strictUri(url) }, url)])] : []),
  ]);
}
