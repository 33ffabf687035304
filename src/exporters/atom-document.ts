import type { Element } from 'xast';
import { x } from 'xastscript';
import { paths, twinPath } from '../archive/paths.ts';
import type { Settings } from '../settings.ts';
import { address } from './address.ts';
import { articleUrn, feedUrn } from './identity.ts';
import { rfc3339, updated } from './moments.ts';
import type { FeedItem } from './newest.ts';
import { strictUri } from './uri.ts';
import { xmlDocument } from './xml.ts';

/** What an Atom feed document says of itself. */
export interface AtomHead {
  /** Path of the document relative to the site's root. */
  path: string;
  /** Path of the document whose id this one carries: archive pages belong to the feed of the newest. */
  feed: string;
  title: string;
  /** Path of the page it is the feed of. */
  page: string;
  /** Newest article's time. */
  updated: string;
  /** Path of the archive page before this one (RFC 5005, section 4), or null. */
  previous: string | null;
}

/**
 * An Atom feed document (RFC 4287), with the links of an archived feed (RFC 5005, section 4).
 * Links are absolute where the archive has an origin and relative to the document where not: RFC 4287 allows both.
 */
export function atomDocument(
  settings: Settings,
  head: AtomHead,
  items: Iterable<FeedItem>,
): Generator<string> {
  const root = x('feed', {
    xmlns: 'http://www.w3.org/2005/Atom',
    'xmlns:fh': 'http://purl.org/syndication/history/1.0',
    'xml:lang': 'zh-Hans',
  });
  const children = function* (): Generator<Element> {
    yield* feedElements(settings, head);
    for (const item of items) yield entryElement(settings, head.path, item);
  };
  return xmlDocument(root, children());
}

function* feedElements(settings: Settings, head: AtomHead): Generator<Element> {
  const link = (rel: string, to: string, type: string) =>
    x('link', { rel, type, href: address(settings, head.path, to) });
  const isArchive = head.path !== head.feed;
  yield x('id', feedUrn(settings, head.feed));
  yield x('title', head.title);
  if (settings.description) yield x('subtitle', settings.description);
  yield x('updated', head.updated);
  yield link('self', head.path, 'application/atom+xml');
  yield link('alternate', head.page, 'text/html');
  if (isArchive) yield x('fh:archive');
  if (isArchive) yield link('current', head.feed, 'application/atom+xml');
  if (head.previous) yield link('prev-archive', head.previous, 'application/atom+xml');
  if (settings.maintainer) yield x('author', [x('name', settings.maintainer)]);
  if (settings.licence) yield x('rights', settings.licence);
  yield x('generator', 'Jiuwen');
}

function entryElement(settings: Settings, from: string, { entry, html }: FeedItem): Element {
  const { path, time, url } = entry;
  const page = address(settings, from, path);
  return x('entry', [
    x('id', articleUrn(entry)),
    x('title', entry.title),
    x('updated', updated(time)),
    ...(time ? [x('published', rfc3339(time))] : []),
    x('author', [x('name', entry.author)]),
    x('link', { rel: 'alternate', type: 'text/html', href: page }),
    x('link', {
      rel: 'alternate',
      type: 'text/markdown',
      href: address(settings, from, twinPath(path)),
    }),
    ...(url ? [x('link', { rel: 'via', href: strictUri(url) })] : []),
    ...entry.topics.map((term) => x('category', { term })),
    // A summary only where there is no text: readers would show both.
    html === null ? x('summary', entry.summary) : x('content', { type: 'html', 'xml:base': page }, html),
  ]);
}

/** The feed of the whole archive. */
export const ARCHIVE_FEED = 'feed.xml';
/** An archive page of it, numbered from 1 at the oldest. */
export const archiveFeedPage = (page: number): string => `feed/${page}.xml`;
/** The feed of an author, beside the page. */
export const authorFeed = (page: string): string => page.replace(/\.html$/, '.xml');
/** The page a feed of the whole archive belongs to. */
export const HOME = paths.home;
