import type { Place } from './page-url.ts';

/** What the search interface asks and what an engine answers. The interface knows engines by this only. */

/** Conditions a match must meet; an absent key is no condition. */
export interface Filters {
  /** `yyyy` */
  year?: string;
  /** `yyyy-mm` */
  month?: string;
  /** The author's name as written on the page. */
  author?: string;
  /** A topic's name as written on its page. */
  topic?: string;
}

/** Order of the hits. */
export type Sort = 'relevance' | 'newest' | 'oldest';

export interface Request {
  /** As typed, trimmed; empty asks for everything that meets the filters. */
  query: string;
  filters: Filters;
  sort: Sort;
  /** Number of hits wanted, from `offset` on. */
  limit: number;
  offset: number;
  /** Aborted as soon as nobody waits for the answer any more. */
  signal: AbortSignal;
  /** Called at most once, before the answer and never after an abort, with the first hits; `total` and `exact` are not final yet. */
  early?: (result: Result) => void;
}

/** A piece of text with the places that match. */
export interface Excerpt {
  text: string;
  /** Half-open ranges in UTF-16 code units of `text`, ascending, neither touching nor overlapping. */
  marks: [from: number, to: number][];
}

export interface Hit {
  /** Page of the article relative to the site's root, unescaped. */
  path: string;
  title: Excerpt;
  author: string;
  /** `yyyy-mm-dd`, or null where the article has no date. */
  date: string | null;
  excerpt: Excerpt;
  /** Where in the article the link leads to; null for its beginning. */
  place: Place | null;
}

/** A value of a filter and the number of matches it leaves; null where that is not known. */
export type Facet = [value: string, count: number | null];

export interface Result {
  /** Number of matches under the filters. */
  total: number;
  /** False where `total` is an estimate. */
  exact: boolean;
  /** False where the query holds nothing that can be looked up. */
  searchable: boolean;
  /** Matches by value of one filter, all the other filters applied: years ascending, months of the chosen year, others by count. */
  facets: { years: Facet[]; months: Facet[]; authors: Facet[]; topics: Facet[] };
  hits: Hit[];
}

/** A way to search the archive. */
export interface Engine {
  /** Loads what every search needs; a failure is for the search to report, which loads it then. */
  prepare(): Promise<void>;
  /**
   * @throws the signal's reason once it is aborted
   * @throws {Error} where the index cannot be read; asking again tries again
   */
  search(request: Request): Promise<Result>;
}

/** A way to find what belongs to a query without holding it as it stands. */
export interface RelatedEngine {
  /**
   * The best hits, best first.
   * @throws as `Engine.search`
   */
  related(request: Request): Promise<Hit[]>;
}
