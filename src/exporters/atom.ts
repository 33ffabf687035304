import { ARCHIVE_FEED, archiveFeedPage, atomDocument, HOME } from './atom-document.ts';
import type { ExportContext, Exporter, OutputFile } from './exporter.ts';
import { inputsDigest } from './inputs.ts';
import { updated } from './moments.ts';
import { FEED_SIZE, newest, withHtml, withoutHtml } from './newest.ts';

/**
 * `feed.xml`: the newest articles, and `feed/<n>.xml`: all of them, 50 a page from the oldest on (RFC 5005, archived feeds).
 * Only full pages are published, and none names its successor (`next-archive` is optional): a page, once there, never
 * changes because a newer article came. What is on no page yet is in `feed.xml`.
 */
export const atom: Exporter = {
  name: 'atom',
  needsOrigin: false,
  *files(context) {
    yield newestFeed(context);
    for (let page = 1; page <= fullPages(context); page++) yield archivePage(context, page);
  },
};

/** An archive that fits into `feed.xml` needs no pages. */
const fullPages = ({ archive }: ExportContext): number =>
  archive.entries.length > FEED_SIZE ? Math.floor(archive.entries.length / FEED_SIZE) : 0;

function newestFeed(context: ExportContext): OutputFile {
  const { settings, entries } = context.archive;
  const pages = fullPages(context);
  const items = newest(entries);
  const head = {
    path: ARCHIVE_FEED,
    feed: ARCHIVE_FEED,
    title: settings.title,
    page: HOME,
    updated: updated(entries.at(-1)?.time),
    previous: pages > 0 ? archiveFeedPage(pages) : null,
  };
  return {
    path: head.path,
    inputs: inputsDigest([settings, head], items),
    chunks: () => atomDocument(settings, head, withHtml(items, context.body)),
  };
}

function archivePage({ archive }: ExportContext, page: number): OutputFile {
  const { settings, entries } = archive;
  const items = entries.slice((page - 1) * FEED_SIZE, page * FEED_SIZE).reverse();
  const head = {
    path: archiveFeedPage(page),
    feed: ARCHIVE_FEED,
    title: settings.title,
    page: HOME,
    updated: updated(items[0]?.time),
    previous: page > 1 ? archiveFeedPage(page - 1) : null,
  };
  return {
    path: head.path,
    inputs: inputsDigest([settings, head], items),
    chunks: () => atomDocument(settings, head, withoutHtml(items)),
  };
}
