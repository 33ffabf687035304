import { lowerBound } from './chunk.ts';
import { WORD_PREFIX, wordKey } from './grams.ts';
import type { IndexFiles } from './index-files.ts';
import { chunksOf } from './root.ts';

/** Units that a word and its misspelling begin with alike: they tell where in the index to look. */
const SAME = 2;
/** Shorter words differ from too many others by one letter. */
const SHORTEST = 4;
/** So many times as many articles hold the word that is offered. */
const MORE = 5;
/** Most chunks of a segment that are looked through. */
const MOST_CHUNKS = 3;

/**
 * The word of the archive that differs from a typed one by a letter (one more, one less, another, or two in the wrong order) and stands in
 * most articles; null where none stands in many more.
 * @param count articles that hold the typed word
 */
export async function likelyWord(files: IndexFiles, typed: string, count: number): Promise<string | null> {
  if (typed.length < SHORTEST || !/^[a-z]+$/.test(typed)) return null;
  const { segments } = await files.root();
  const wanted = wordKey(typed);
  const lookup = { key: WORD_PREFIX + wanted.slice(0, SAME), prefix: true };
  const counts = new Map<string, number>();
  for (const segment of segments) {
    const numbers = chunksOf(segment, lookup).slice(0, MOST_CHUNKS);
    for (const chunk of await Promise.all(numbers.map((number) => files.chunk(segment, number))))
      for (let at = lowerBound(chunk.keys, lookup.key); chunk.keys[at]?.startsWith(lookup.key); at++) {
        const word = chunk.keys[at]?.slice(WORD_PREFIX.length) ?? '';
        if (word !== wanted && oneApart(word, wanted))
          counts.set(word, (counts.get(word) ?? 0) + chunk.list(at).documents.length);
      }
  }
  const [best] = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return best && best[1] > Math.max(1, count) * MORE ? best[0] : null;
}

/** True where two words differ by one letter, or by the order of two neighbours. */
export function oneApart(a: string, b: string): boolean {
  let from = 0;
  while (from < a.length && a[from] === b[from]) from++;
  const [restA, restB] = [a.slice(from), b.slice(from)];
  return (
    restA.slice(1) === restB.slice(1) ||
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
  );
}
