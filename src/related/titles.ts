import type { Thread } from '../archive/relations.ts';
import type { NearestFinder } from './nearest.ts';
import type { TermIndex } from './term-index.ts';

/** An article as threads are found by it. */
export interface Threadable {
  title: string;
  author: string;
  /** `yyyy-mm-dd`, or empty. */
  date: string;
}

/** An archive as threads are looked for in it. */
export interface Titles {
  articles: readonly Threadable[];
  /** 1 for an article that belongs to no thread yet, and is no copy. */
  free: Uint8Array;
  index: TermIndex;
  finder: NearestFinder;
}

/** A thread as its articles tell of it: its page has no address yet. */
export type FoundThread = Omit<Thread, 'path'>;
