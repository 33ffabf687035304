import type { SpokenWord } from './pinyin-table.ts';
import { pronounce } from './pronounce.ts';

/** Most words of a table, besides names. */
const MOST = 6_000;

/** Where the words come from. */
export interface WordSources {
  /** Names and other names of authors and topics, with the number of their articles. */
  authors: Iterable<readonly [name: string, count: number]>;
  topics: Iterable<readonly [name: string, count: number]>;
  /** Words of titles and of texts, with the number of articles. */
  words: Iterable<readonly [word: string, count: number]>;
}

/** The words of an archive that people may type by their sound, those of most articles first. */
export function spokenWords({ authors, topics, words }: WordSources): SpokenWord[] {
  const people = tally(authors);
  const names = tally([...people, ...topics]);
  const others = sorted(tally(words)).filter(([word]) => !names.has(word));
  const all = tally([...names, ...others.slice(0, MOST)]);
  return sorted(all).flatMap(([word]) => pronounce(word, people.has(word)) ?? []);
}

/** Words with the greatest number that is said of each. */
function tally(words: Iterable<readonly [word: string, count: number]>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [word, count] of words) counts.set(word, Math.max(count, counts.get(word) ?? 0));
  return counts;
}

const sorted = (counts: ReadonlyMap<string, number>): [string, number][] =>
  [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
