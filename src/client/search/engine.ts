import type { Aside, Results } from '../../search/gram/answer.ts';
import type { FilterName, Filters, Sort } from '../../search/gram/filters.ts';
import type { Excerpt } from '../../search/gram/marks.ts';
import type { Group } from '../../search/gram/match.ts';
import type { Occurrence } from '../../search/gram/occurrences.ts';
import type { MeantFile } from '../../search/meant/meant-files.ts';
import type { PassageAddress } from '../shared/passage-address.ts';

/** The questions of the search interface and the answers of an engine. The interface knows engines by this only. */

export interface Request {
  /** As typed, trimmed; empty asks for everything that meets the filters. */
  query: string;
  filters: Filters;
  sort: Sort;
  /** False for matches only, without what is near to the query. */
  near?: boolean;
  /** Number of hits wanted. */
  limit: number;
  /** Aborted as soon as nobody waits for the answer any more. */
  signal: AbortSignal;
  /** Most candidates that are read, where a search that stopped is to go on. */
  readUpTo?: number;
  /** Called at most once, before the answer and never after an abort, with the first hits; `total` and `exact` are not final yet. */
  early?: (result: Result) => void;
}

export interface Hit {
  /** Page of the article relative to the site's root, unescaped. */
  path: string;
  title: Excerpt;
  author: Excerpt;
  /** `yyyy-mm-dd`, or null where the article has no date. */
  date: string | null;
  /** The place that matches best, and others where strings of the query stand that are not in it. */
  excerpts: Excerpt[];
  /** Why it is there. */
  group: Group;
  /** The passage the link leads to; null for the article's beginning. */
  passage: PassageAddress | null;
}

/** A value of a filter. */
export interface Facet {
  value: string;
  /** Number of matches it leaves; null where that is not known. */
  count: number | null;
  /** Number of all articles that have it, for a filter by date. */
  of?: number;
  /** False where `count` is an estimate. */
  exact?: boolean;
}

export interface Result extends Omit<Results, 'months' | 'hits'> {
  /** Matches by value of one filter, all the other filters applied: by date ascending, others by count. */
  facets: Partial<Record<FilterName, Facet[]>>;
  hits: Hit[];
}

/** The matches of a query by month. */
export type Months = Pick<Results, 'total' | 'exact' | 'searchable' | 'months'>;

/** A way to search the archive. */
export interface Engine {
  /** Loads what every search needs; a failure is for the search to report, which loads it then. */
  prepare(): Promise<void>;
  /**
   * @throws the signal's reason once it is aborted
   * @throws {Error} where the index cannot be read; asking again tries again
   */
  search(request: Request): Promise<Result>;
  /** What is told beside the hits. @throws as `search` */
  aside(request: Pick<Request, 'query' | 'filters' | 'signal'>): Promise<Aside>;
  /** Counts the matches of a query by month; no article is read but a few candidates whose number would else be an estimate. @throws as `search` */
  months(request: Pick<Request, 'query' | 'signal'>): Promise<Months>;
  /** Every place of a query in the article of a path, as the filters want it read. @throws as `search` */
  occurrences(query: string, path: string, filters?: Filters): Promise<Occurrence[]>;
  /** The text of a table that suggestions are made from. @throws {Error} where it cannot be read; asking again tries again */
  table(name: MeantFile): Promise<string>;
  /** What stands for the content of the index. @throws as `search` */
  digest(): Promise<string>;
}

/** A question without an order: the best come first. */
export type RelatedRequest = Pick<Request, 'query' | 'filters' | 'limit' | 'signal'>;

/**
 * Finds what belongs to a query without holding it as it stands: the best hits, best first.
 * @throws as `Engine.search`
 */
export type Related = (request: RelatedRequest) => Promise<Hit[]>;
