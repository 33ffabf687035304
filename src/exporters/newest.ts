import type { ArticleBody, Entry } from '../types.ts';

/** Articles in a feed and in each of its archive pages. */
export const FEED_SIZE = 50;
/** Bytes of article HTML in one feed: some readers refuse feeds near a megabyte. */
const HTML_BUDGET = 400_000;

/** An article of a feed; `html` is null where its text did not fit any more. */
export interface FeedItem {
  entry: Entry;
  html: string | null;
}

/** The newest articles, newest first. */
export const newest = (entries: readonly Entry[]): Entry[] => entries.slice(-FEED_SIZE).reverse();

/** Adds the text to the articles of a feed, one by one, until the feed is large enough; the others keep their summary. */
export function* withHtml(
  entries: Iterable<Entry>,
  body: (entry: Entry) => ArticleBody,
): Generator<FeedItem> {
  let left = HTML_BUDGET;
  for (const entry of entries) {
    const { html } = body(entry);
    const size = Buffer.byteLength(html);
    const fits = size <= left;
    if (fits) left -= size;
    yield { entry, html: fits ? html : null };
  }
}
