import { wordsOf } from './words.ts';

/** Most letters of a suggestion. */
const LONGEST = 40;

/**
 * Shorter strings worth trying when a query finds nothing: its parts where it has spaces, else its words, else its first half.
 * Longest first, at most `limit`, none equal to the query.
 */
export function shorterQueries(query: string, limit = 4): string[] {
  const plain = query.replace(/["“”]/g, ' ').trim();
  const parts = plain.split(/\s+/);
  const found = parts.length > 1 ? parts : wordsOf(plain);
  const letters = [...plain];
  const half =
    found.length < 2 && letters.length > 2 ? [letters.slice(0, Math.ceil(letters.length / 2)).join('')] : [];
  const shorter = new Set([...found, ...half]);
  shorter.delete(query);
  shorter.delete('');
  return [...shorter]
    .filter((text) => text.length <= LONGEST)
    .sort((a, b) => b.length - a.length)
    .slice(0, limit);
}
