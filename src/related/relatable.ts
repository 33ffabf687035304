import type { Terms } from './terms.ts';
import type { Threadable } from './titles.ts';

/** An article as others are found for it. */
export interface Relatable extends Threadable, Terms {
  /** Path of its page. */
  path: string;
  /** Names of those topics that tell of a matter (`tellsOfMatter`). */
  topics: readonly string[];
}
