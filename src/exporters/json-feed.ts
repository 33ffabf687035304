import { paths } from '../archive/paths.ts';
import type { Settings } from '../settings.ts';
import { authorsOf } from '../text/authors.ts';
import { address } from './address.ts';
import type { Exporter } from './exporter.ts';
import { articleUrn } from './identity.ts';
import { jsonWithList } from './json-list.ts';
import { rfc3339 } from './moments.ts';
import { type FeedItem, newest, withHtml } from './newest.ts';
import { outputKey } from './output-key.ts';

const PATH = 'feed.json';

/**
 * `feed.json`: the newest articles as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/).
 * The format has no base for relative addresses: without an origin, articles carry their original's address only.
 */
export const jsonFeed: Exporter = {
  name: 'json-feed',
  *files({ archive: { settings, entries }, body }) {
    const articles = newest(entries);
    function* items() {
      for (const item of withHtml(articles, body)) yield feedItem(settings, item);
    }
    yield {
      path: PATH,
      key: outputKey(settings, articles),
      chunks: () => jsonWithList(head(settings), 'items', items()),
    };
  },
};

function head(settings: Settings): object {
  const { title, description, origin, maintainer } = settings;
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    ...(description && { description }),
    ...(origin && { home_page_url: address(settings, PATH, ''), feed_url: address(settings, PATH, PATH) }),
    ...(maintainer && { authors: [{ name: maintainer }] }),
    language: 'zh-Hans',
  };
}

function feedItem(settings: Settings, { entry, html }: FeedItem): object {
  const { path, url, title, author, time, topics, summary } = entry;
  const addressOf = (to: string) => settings.origin && { url: address(settings, PATH, to) };
  return {
    id: articleUrn(entry),
    ...addressOf(path),
    ...(url && { external_url: url }),
    title,
    // One of the two must be there: the summary stands in for a text that did not fit.
    ...(html === null ? { content_text: summary } : { content_html: html, summary }),
    ...(time && { date_published: rfc3339(time) }),
    authors: authorsOf(author).map((name) => ({ name, ...addressOf(paths.author(name)) })),
    ...(topics.length && { tags: topics }),
  };
}
