import { atomFile, authorFeed } from './atom-document.ts';
import type { Exporter } from './exporter.ts';
import { entriesAt, FEED_SIZE } from './newest.ts';

/** `authors/<slug>.xml`: the newest articles of each author, with summaries. */
export const atomAuthors: Exporter = {
  name: 'atom-authors',
  *files({ archive }) {
    const { settings, authors } = archive;
    for (const { name, path: page, entries } of authors) {
      const path = authorFeed(page);
      const head = { path, feed: path, title: `${name} · ${settings.title}`, page, previous: null };
      yield atomFile(settings, head, entriesAt(archive, entries.slice(-FEED_SIZE).reverse()));
    }
  },
};
