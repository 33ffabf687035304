import type { ArticleTime } from '../types.ts';

/** A moment as RFC 3339 wants it, seconds and zone included; local midnight where the source had no clock time. */
export const rfc3339 = (time: ArticleTime): string =>
  time.clock === null ? new Date(time.epoch * 1000).toISOString() : time.iso;

/**
 * When an entry or a feed was last changed, which Atom demands: the article's time; 1970 where it has none, because the
 * clock of the building machine must not show, and the oldest place is where undated articles stand.
 */
export const updated = (time: ArticleTime | null | undefined): string =>
  time ? rfc3339(time) : '1970-01-01T00:00:00Z';
