import { ARCHIVE_FEED, archiveFeedPage, atomFile, HOME } from './atom-document.ts';
import type { Exporter } from './exporter.ts';
import { FEED_SIZE, newest } from './newest.ts';

/**
 * `feed.xml`: the newest articles, and `feed/<n>.xml`: all of them, 50 a page from the oldest on (RFC 5005, archived feeds).
 * Only full pages are published, and none names its successor (`next-archive` is optional): a page, once there, never
 * changes because a newer article came. What is on no page yet is in `feed.xml`.
 */
export const atom: Exporter = {
  name: 'atom',
  *files(context) {
    const { settings, entries } = context.archive;
    // An archive that fits into `feed.xml` needs no pages.
    const pages = entries.length > FEED_SIZE ? Math.floor(entries.length / FEED_SIZE) : 0;
    const shared = { feed: ARCHIVE_FEED, title: settings.title, page: HOME };
    const previous = (page: number) => (page > 1 ? archiveFeedPage(page - 1) : null);
    const newestFeed = { path: ARCHIVE_FEED, ...shared, previous: previous(pages + 1) };
    yield atomFile(settings, newestFeed, newest(entries), context.body);
    for (let page = 1; page <= pages; page++) {
      const articles = entries.slice((page - 1) * FEED_SIZE, page * FEED_SIZE).reverse();
      const head = { path: archiveFeedPage(page), ...shared, previous: previous(page) };
      yield atomFile(settings, head, articles);
    }
  },
};
