import type { PathAndDate } from './paths.ts';
import type { Match } from './verify.ts';

/** The answer to a search, as every interface of it reads it. Queries in it are ready to be asked as they stand. */

/** An article that was found, checked against its text. Path of its page from the site's root; day `yyyy-mm-dd`, '' without one. */
export interface Hit extends PathAndDate, Omit<Match, 'closeness'> {}

/** A number of articles; where not `exact`, candidates that were not checked are in it, so it is never too low. */
export interface Count {
  total: number;
  exact: boolean;
}

/** One month of the archive, oldest first; '' stands for articles without a date. */
export interface MonthCount {
  month: string;
  /** Matches in it, 0 included; exact where the answer's total is. */
  count: number;
  /** Articles of the archive in it. */
  of: number;
}

/** The answer to a search. */
export interface Results extends Count {
  /** Articles that hold the whole query as one string: they come first; null where the words are the string. They count in `total` too. */
  literal: Count | null;
  /** Every month of the archive that has articles; counts are bars to be drawn only where `exact`. */
  months: MonthCount[];
  /**
   * In order of relevance: of a query without Han those of the group `literal`, then `words`, then `near`; of one with Han those with the literal in their
   * titles, then all in one row by worth, `near` between the others. By date all in one row, without `near`.
   */
  hits: Hit[];
  /** Words with a minus before them that the query asks for as they stand (`-l` in `ls -l`): what stands in the query, and the query without them. */
  exclude: { text: string; query: string }[];
  /** True where boilerplate of a page that was read holds a string of the query: it can be left out. */
  inBoilerplate: boolean;
  /** Candidates whose pages were read, and true where the limit of reading ended the search before it had all that was asked for. */
  checked: number;
  stopped: boolean;
  /** False where there was nothing to look up: an empty query, or one of blanks. */
  searchable: boolean;
}

/** What is told beside the hits, and asked for after them. */
export interface Aside {
  /** Where the words of the query also stand inside of others: the query that finds these too, and its count; null where it finds no more. */
  wider: (Count & { query: string }) | null;
  /** Other spellings that the archive has, best first: what is offered, and the query. */
  suggestions: { text: string; query: string }[];
  /** The earliest and the latest dated match; null where reading its pages would have no bound. */
  first: (PathAndDate & { title: string }) | null;
  last: (PathAndDate & { title: string }) | null;
}
