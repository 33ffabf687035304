import { paths } from '../archive/paths.ts';
import type { Settings } from '../settings.ts';
import { address } from './address.ts';
import type { Exporter } from './exporter.ts';
import { articleUrn } from './identity.ts';
import { inputsDigest } from './inputs.ts';
import { rfc3339 } from './moments.ts';
import { type FeedItem, newest, withHtml } from './newest.ts';

const PATH = 'feed.json';

/**
 * `feed.json`: the newest articles as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/).
 * The format has no base for relative addresses: without an origin, articles carry their original's address only.
 */
export const jsonFeed: Exporter = {
  name: 'json-feed',
  needsOrigin: false,
  *files({ archive: { settings, entries }, body }) {
    const items = newest(entries);
    yield {
      path: PATH,
      inputs: inputsDigest(settings, items),
      *chunks() {
        yield `${JSON.stringify(head(settings)).slice(0, -1)},"items":[`;
        let separator = '\n';
        for (const item of withHtml(items, body)) {
          yield separator + JSON.stringify(feedItem(settings, item));
          separator = ',\n';
        }
        yield '\n]}\n';
      },
    };
  },
};

function head(settings: Settings): Record<string, unknown> {
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

function feedItem(settings: Settings, { entry, html }: FeedItem): Record<string, unknown> {
  const { path, url, title, author, time, topics, summary } = entry;
  return {
    id: articleUrn(entry),
    ...(settings.origin && { url: address(settings, PATH, path) }),
    ...(url && { external_url: url }),
    title,
    // One of the two must be there: the summary stands in for a text that did not fit.
    ...(html === null ? { content_text: summary } : { content_html: html, summary }),
    ...(time && { date_published: rfc3339(time) }),
    authors: [
      { name: author, ...(settings.origin && { url: address(settings, PATH, paths.author(author)) }) },
    ],
    ...(topics.length && { tags: topics }),
  };
}
