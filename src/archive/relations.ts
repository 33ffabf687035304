/** What the articles' words say of one another, article by article; an article is its position in the archive. */
export interface Relations {
  /** The few most like it, dated before it, oldest first; of an undated one the most like it, best first. */
  before(position: number): readonly number[];
  /** The few most like it, dated after it, oldest first. */
  after(position: number): readonly number[];
  /** The nearest in order of those with the same text. */
  copies(position: number): readonly number[];
  /** The thread that it belongs to, and its number there; null where it belongs to none. */
  threadOf(position: number): { thread: Thread; number: number } | null;
  threads: readonly Thread[];
}

/** How the articles of a thread belong together: they number themselves, have one head, tell of versions of one thing, or of one matter week by week. */
export const THREAD_KINDS = ['event', 'series', 'headed', 'releases'] as const;
export type ThreadKind = (typeof THREAD_KINDS)[number];

/** Articles that follow one another. */
export interface Thread {
  kind: ThreadKind;
  /** From the articles' own titles. */
  name: string;
  /** Path of its page relative to the site's root, e.g. `threads/区块链.html`. */
  path: string;
  /** In the order of their own numbers where they number themselves, else of time. */
  members: readonly ThreadMember[];
}

/** An article of a thread. */
export interface ThreadMember {
  position: number;
  /** Its own number in a series, or its place in the thread, from 1. */
  number: number;
}

/** Of articles whose words nobody looked at. */
export const NO_RELATIONS: Relations = {
  before: () => [],
  after: () => [],
  copies: () => [],
  threadOf: () => null,
  threads: [],
};
