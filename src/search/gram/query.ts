import type { Pattern } from './pattern.ts';

/** Where in an article a term must stand. */
export type Field = 'title' | 'author' | 'body';

/** A separator at the edge of a string: what it stood beside is not known, so the place where the string is found must have it. */
export type Edge = '' | ' ' | '-';

/** One string to be found or avoided. */
export interface Term {
  /** Folded, never empty. */
  text: string;
  /** True where it must stand at the beginning of a word. */
  atWord: boolean;
  before: Edge;
  after: Edge;
  /** Null where it may stand anywhere. */
  field: Field | null;
}

/** Terms of which one is enough. */
export type Clause = readonly Term[];

/** A query, read. An article matches that holds the literal, or else all clauses and none of the terms to avoid. */
export interface Query {
  /** The query as one string; null where it is one string anyway, or says what no text would. */
  literal: Clause | null;
  all: Clause[];
  /** The regular expression that must match too; null where none was typed. */
  pattern: Pattern | null;
  none: Term[];
  /** The words of all that was typed plainly and the strings that were quoted: what holds some of them is near to the query. Empty where only strings and conditions were typed. */
  near: Clause[];
  /** Plain words of letters and digits: where they stand in what was typed. */
  words: { from: number; end: number; clause: Clause }[];
  /** Words after a minus that is looked for as it stands, and the query that goes without them. */
  exclude: { text: string; query: string }[];
}
