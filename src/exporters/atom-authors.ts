import type { Archive } from '../archive/archive.ts';
import type { ArticleGroup } from '../archive/groups.ts';
import { atomDocument, authorFeed } from './atom-document.ts';
import type { Exporter, OutputFile } from './exporter.ts';
import { inputsDigest } from './inputs.ts';
import { updated } from './moments.ts';
import { entriesAt, FEED_SIZE, withoutHtml } from './newest.ts';

/** `authors/<slug>.xml`: the newest articles of each author, with summaries. */
export const atomAuthors: Exporter = {
  name: 'atom-authors',
  needsOrigin: false,
  *files({ archive }) {
    for (const author of archive.authors) yield authorFile(archive, author);
  },
};

function authorFile(archive: Archive, author: ArticleGroup): OutputFile {
  const { settings } = archive;
  const items = entriesAt(archive, author.entries.slice(-FEED_SIZE).reverse());
  const path = authorFeed(author.path);
  const head = {
    path,
    feed: path,
    title: `${author.name} · ${settings.title}`,
    page: author.path,
    updated: updated(items[0]?.time),
    previous: null,
  };
  return {
    path,
    inputs: inputsDigest([settings, head], items),
    chunks: () => atomDocument(settings, head, withoutHtml(items)),
  };
}
