import { z } from 'zod';
import { keyOf } from '../hash.ts';
import type { Lists } from './found.ts';
import { placeOf, REACH } from './nearest.ts';
import type { Relatable } from './relatable.ts';
import type { TermIndex } from './term-index.ts';
import { eachTermOf, topicHash } from './terms.ts';

const positions = z.array(z.number());

/** The form of what is kept of the search for neighbours, so that a new article costs little: others have the same ones as before. */
export const keptListsSchema = z.object({
  /** Key of the articles that are counted, in order. */
  base: z.string(),
  /** The others, in order, each with its key and the hashes of its terms. */
  later: z.array(z.object({ key: z.string(), hashes: z.array(z.number()) })),
  /** Lists of those that are counted. */
  near: z.array(z.tuple([positions, positions])),
});
export type KeptLists = z.infer<typeof keptListsSchema>;
type Keys = Omit<KeptLists, 'near'>;

/** Articles of a small archive, in which all are counted. */
const SMALL = 5_000;

/**
 * How many of the articles say how rare a term is: those of a large archive before its last month, so that an article of this month changes no
 * weight, and neighbours only of those that share a term with it.
 */
export function countedOf(articles: readonly { date: string }[]): number {
  const month = articles.at(-1)?.date.slice(0, 7);
  if (articles.length <= SMALL || !month) return articles.length;
  return articles.findLastIndex(({ date }) => date.slice(0, 7) !== month) + 1 || articles.length;
}

/** Articles a key is made of at once. */
const AT_ONCE = 1000;

/** Keys of what lists are found from. @param first the first article of each text */
export function keysOf(articles: readonly Relatable[], first: Int32Array, counted: number): Keys {
  let base = '';
  for (let from = 0; from < counted; from += AT_ONCE)
    base = keyOf(base, ...articles.slice(from, Math.min(counted, from + AT_ONCE)).flatMap(partsOf));
  const later = articles.slice(counted).map((article, at) => ({
    key: keyOf(...partsOf(article), articles[first[counted + at] ?? 0]?.path ?? ''),
    hashes: hashesOf(article),
  }));
  return { base, later };
}

const partsOf = ({ terms, signature, ...words }: Relatable) => [JSON.stringify(words), terms, signature];

function hashesOf({ terms, topics }: Relatable): number[] {
  const hashes = topics.map(topicHash);
  eachTermOf(terms, (hash) => hashes.push(hash));
  return hashes;
}

/**
 * Tells which lists of an earlier build stand. One of an article that is counted does unless it is among the nearest that share a term with one that came
 * or went: weights are the same, since they come from those that are counted.
 * @returns a function that gives an article's lists; null where they have to be found
 */
export function standing(
  known: KeptLists,
  { base, later }: Keys,
  index: TermIndex,
): (position: number) => Lists | null {
  if (known.base !== base) return () => null;
  const places = new Map(later.map(({ key }, at) => [key, index.counted + at]));
  const stayed = known.later.flatMap(({ key }) => places.get(key) ?? []);
  // An hour that was corrected: the articles of a day stand in another order, which no key tells.
  if (stayed.some((place, at) => place < (stayed[at - 1] ?? 0))) return () => null;
  const before = new Set(known.later.map(({ key }) => key));
  const came = later.filter(({ key }) => !before.has(key));
  const gone = known.later.filter(({ key }) => !places.has(key));
  const touched = new Uint8Array(index.counted);
  for (const hash of new Set([...came, ...gone].flatMap(({ hashes }) => hashes)))
    for (const position of lastWith(hash, index)) touched[position] = 1;
  const now = (position: number): number =>
    position < index.counted
      ? position
      : (places.get(known.later[position - index.counted]?.key ?? '') ?? -1);
  return (position) => {
    const lists = touched[position] ? undefined : known.near[position];
    return lists ? [lists[0].map(now), lists[1].map(now)] : null;
  };
}

/** The last articles among those that are counted which have a term: from these, one that is not counted may be reached by it. */
function lastWith(hash: number, { numbers, postings, articles, counted }: TermIndex): Int32Array {
  const term = numbers.get(hash);
  if (term === undefined) return articles.subarray(0, 0);
  const first = postings[term] ?? 0;
  const end = placeOf(articles, counted, first, postings[term + 1]);
  return articles.subarray(Math.max(first, end - REACH - 1), end);
}
