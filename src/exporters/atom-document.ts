import type { Archive } from '../archive/archive.ts';
import { twinPath } from '../archive/paths.ts';
import type { Settings } from '../settings.ts';
import { authorsOf } from '../text/authors.ts';
import type { Entry } from '../types.ts';
import { address } from './address.ts';
import type { ExportContext, OutputFile } from './exporter.ts';
import { articleUrn, feedUrn } from './identity.ts';
import { rfc3339, updated } from './moments.ts';
import { type FeedItem, withHtml } from './newest.ts';
import { outputKey } from './output-key.ts';
import { strictUri } from './uri.ts';
import { element, type Markup, xmlDocument } from './xml.ts';

/** The feed of the whole archive. */
export const ARCHIVE_FEED = 'feed.xml';

const NAMESPACES = {
  xmlns: 'http://www.w3.org/2005/Atom',
  'xmlns:fh': 'http://purl.org/syndication/history/1.0',
  'xml:lang': 'zh-Hans',
};

/** A feed document's own fields. */
interface AtomHead {
  /** Path of the document relative to the site's root. */
  path: string;
  /** Path of the document whose id this one carries: archive pages belong to the feed of the newest. */
  feed: string;
  title: string;
  /** Path of the page it is the feed of. */
  page: string;
  /** Path of the archive page before this one (RFC 5005, section 4), or null. */
  previous: string | null;
}

/**
 * An Atom feed document (RFC 4287), with the links of an archived feed (RFC 5005, section 4).
 * Links are absolute where the archive has an origin and relative to the document where not: RFC 4287 allows both.
 * @param entries newest first
 * @param body reads the texts; without it each article has its summary only
 */
export function atomFile(
  { settings, hasTwins }: Pick<Archive, 'settings' | 'hasTwins'>,
  head: AtomHead,
  entries: readonly Entry[],
  body?: ExportContext['body'],
): OutputFile {
  const children = function* (): Generator<Markup> {
    yield* feedElements(settings, head, updated(entries[0]?.time));
    const items = body ? withHtml(entries, body) : entries.map((entry) => ({ entry, html: null }));
    for (const item of items) yield entryElement(settings, hasTwins, head.path, item);
  };
  return {
    path: head.path,
    key: outputKey([settings, hasTwins, head], entries),
    chunks: () => xmlDocument('feed', NAMESPACES, children()),
  };
}

function* feedElements(settings: Settings, head: AtomHead, modified: string): Generator<Markup> {
  const link = (rel: string, to: string, type: string) =>
    element('link', { rel, type, href: address(settings, head.path, to) });
  const isArchive = head.path !== head.feed;
  yield element('id', {}, feedUrn(settings, head.feed));
  yield element('title', {}, head.title);
  if (settings.description) yield element('subtitle', {}, settings.description);
  yield element('updated', {}, modified);
  yield link('self', head.path, 'application/atom+xml');
  yield link('alternate', head.page, 'text/html');
  if (isArchive) yield element('fh:archive', {});
  if (isArchive) yield link('current', head.feed, 'application/atom+xml');
  if (head.previous) yield link('prev-archive', head.previous, 'application/atom+xml');
  if (settings.maintainer) yield element('author', {}, [element('name', {}, settings.maintainer)]);
  if (settings.licence) yield element('rights', {}, settings.licence);
  yield element('generator', {}, 'Jiuwen');
}

function entryElement(
  settings: Settings,
  hasTwins: boolean,
  from: string,
  { entry, html }: FeedItem,
): Markup {
  const { path, time, url } = entry;
  const page = address(settings, from, path);
  const twin = { type: 'text/markdown', href: address(settings, from, twinPath(path)) };
  return element('entry', {}, [
    element('id', {}, articleUrn(entry)),
    element('title', {}, entry.title),
    element('updated', {}, updated(time)),
    ...(time ? [element('published', {}, rfc3339(time))] : []),
    ...authorsOf(entry.author).map((name) => element('author', {}, [element('name', {}, name)])),
    element('link', { rel: 'alternate', type: 'text/html', href: page }),
    ...(hasTwins ? [element('link', { rel: 'alternate', ...twin })] : []),
    ...(url ? [element('link', { rel: 'via', href: strictUri(url) })] : []),
    ...entry.topics.map((term) => element('category', { term })),
    // A summary only where there is no text: readers would show both.
    html === null
      ? element('summary', {}, entry.summary)
      : element('content', { type: 'html', 'xml:base': page }, html),
  ]);
}
