import { paths } from '../archive/paths.ts';
import { OWN_FEED } from '../pages/author.ts';
import { ARCHIVE_FEED, atomFile } from './atom-document.ts';
import type { Exporter } from './exporter.ts';
import { FEED_SIZE, newest } from './newest.ts';

/** An archive page of the feed, numbered from 1 at the oldest. */
const archivePage = (page: number): string => `feed/${page}.xml`;

/**
 * `feed.xml`: the newest articles, and `feed/<n>.xml`: all of them, 50 a page from the oldest on (RFC 5005, archived feeds).
 * Only full pages are published, and none names its successor (`next-archive` is optional): a page, once there, never
 * changes because a newer article came. What is on no page yet is in `feed.xml`.
 */
export const atom: Exporter = {
  name: 'atom',
  *files(context) {
    const { archive } = context;
    const { settings, entries } = archive;
    // An archive that fits into `feed.xml` needs no pages.
    const pages = entries.length > FEED_SIZE ? Math.floor(entries.length / FEED_SIZE) : 0;
    const shared = { feed: ARCHIVE_FEED, title: settings.title, page: paths.home };
    const previous = (page: number) => (page > 1 ? archivePage(page - 1) : null);
    const newestFeed = { path: ARCHIVE_FEED, ...shared, previous: previous(pages + 1) };
    yield atomFile(archive, newestFeed, newest(entries), context.body);
    for (let page = 1; page <= pages; page++) {
      const articles = entries.slice((page - 1) * FEED_SIZE, page * FEED_SIZE).reverse();
      const head = { path: archivePage(page), ...shared, previous: previous(page) };
      yield atomFile(archive, head, articles);
    }
  },
};

/** `authors/<slug>.xml`: the newest articles of each author who wrote several, with summaries. */
export const atomAuthors: Exporter = {
  name: 'atom-authors',
  *files({ archive }) {
    const { settings, entries, authors } = archive;
    for (const { name, path: page, entries: positions } of authors.filter(
      ({ entries }) => entries.length >= OWN_FEED,
    )) {
      const path = page.replace(/\.html$/, '.xml');
      const head = { path, feed: path, title: `${name} · ${settings.title}`, page, previous: null };
      const articles = positions.slice(-FEED_SIZE).reverse();
      yield atomFile(
        archive,
        head,
        articles.flatMap((at) => entries[at] ?? []),
      );
    }
  },
};
