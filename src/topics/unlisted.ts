import { fold } from '../search/gram/fold.ts';
import type { Unlisted } from './counted.ts';
import { unlistedHan } from './unlisted-han.ts';
import { unlistedLatin } from './unlisted-latin.ts';

/** Articles that a name must stand in: of a share of those looked at, and at least a few. */
const SHARE = 0.002;
const LEAST = 5;

/**
 * Finds frequent names in texts that no topic has, those of most articles first. It reads each text a fixed number of times and holds a bounded
 * number of strings.
 * @param texts of one article each: its title and lead, in the archive's order
 * @param known names of topics, tags and authors: no names to propose
 */
export function unlistedNames(texts: readonly string[], known: Iterable<string>): Unlisted[] {
  const least = Math.max(LEAST, Math.ceil(texts.length * SHARE));
  const listed = new Set([...known].map(fold));
  return [...unlistedLatin(texts, listed, least), ...unlistedHan(texts, listed, least)].sort(
    (a, b) => b.articles - a.articles || (a.name < b.name ? -1 : 1),
  );
}

/** At most so many of some items, evenly drawn in their order. */
export function evenly<T>(items: readonly T[], most: number): T[] {
  if (items.length <= most) return [...items];
  return Array.from({ length: most }, (_, at) => items[Math.floor((at * items.length) / most)] as T);
}
