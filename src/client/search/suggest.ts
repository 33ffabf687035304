import { nearWords } from '../../search/gram/near-words.ts';

/** Most letters of a suggestion. */
const LONGEST = 40;
/** Most words whose combinations are offered: their number doubles with each. */
const MOST_WORDS = 4;

/**
 * Queries worth trying when one finds nothing, each asking for less: combinations of its words, those of most words first, else its first half.
 * None equals the query.
 */
export function shorterQueries(query: string): string[] {
  const plain = query.replace(/["“”＂]/g, ' ').trim();
  const parts = plain.split(/\s+/);
  const words = parts.flatMap(nearWords).filter((word) => word !== plain.toLowerCase());
  const letters = [...plain];
  // Half a Latin word is no word.
  if (words.length < 2 && letters.length > 2 && /\p{Script=Han}/u.test(plain))
    words.push(letters.slice(0, Math.ceil(letters.length / 2)).join(''));
  const short = words.filter((word) => word !== '' && word.length <= LONGEST).slice(0, MOST_WORDS);
  const found = combinations(short).map((some) => some.join(' '));
  return [...new Set(found)].filter((text) => text !== query);
}

/** All combinations of some words, largest first; those that keep the earlier words come first. */
export function combinations(words: readonly string[]): string[][] {
  const subsets: string[][] = [[]];
  for (const word of words) subsets.push(...subsets.map((subset) => [...subset, word]));
  const rank = (subset: string[]) => subset.map((word) => String.fromCharCode(words.indexOf(word))).join('');
  return subsets.slice(1).sort((a, b) => b.length - a.length || (rank(a) < rank(b) ? -1 : 1));
}
