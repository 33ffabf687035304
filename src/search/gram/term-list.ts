import { lowerBound, type PostingList } from './chunk.ts';
import { CHAR_PREFIX, hasPlaces, isCharacter } from './grams.ts';
import type { IndexFiles } from './index-files.ts';
import type { NeededGram } from './plan.ts';
import { common, concatenate, unite } from './posting-lists.ts';
import { chunksOf, isWanted, type Lookup } from './root.ts';
import type { SegmentEntry } from './types.ts';

/** Most grams of one term that are looked up, of either sort: more cost requests and say little new. */
const MOST_GRAMS = 5;
const MOST_PLACELESS = 2;
/** Grams looked up together at first; then one by one. */
const FIRST_GRAMS = 2;
/** So few candidates in a segment need no further gram. */
const FEW = 1;

/**
 * The grams of a term to look up, the most telling first: those that have places, then the others.
 * Those whose postings fill several chunks are left out if two lighter ones will do.
 */
export function chooseGrams(grams: NeededGram[], segment: SegmentEntry): NeededGram[] {
  const byKey = new Map(grams.map((gram) => [gram.key, gram]));
  const different = grams.filter((gram) => byKey.get(gram.key) === gram);
  const light = different.filter((gram) => chunksOf(segment, gram).length <= 1);
  const usable = light.length >= 2 ? light : different;
  const placed = usable.filter(({ key }) => hasPlaces(key));
  const others = usable.filter(({ key }) => !hasPlaces(key));
  return [...spread(placed, MOST_GRAMS), ...spread(others, placed.length > 0 ? MOST_PLACELESS : MOST_GRAMS)];
}

/** Some of the grams: from both ends, then between what is there already. */
function spread(grams: readonly NeededGram[], most: number): NeededGram[] {
  const chosen = new Set<NeededGram | undefined>([grams[0], grams.at(-1)]);
  const gaps: [number, number][] = [[0, grams.length - 1]];
  for (const [from, to] of gaps) {
    if (to - from < 2 || chosen.size >= most) continue;
    const middle = (from + to) >> 1;
    chosen.add(grams[middle]);
    gaps.push([from, middle], [middle, to]);
  }
  return [...chosen].filter((gram) => gram !== undefined);
}

/** Postings of a whole term in one segment. */
export async function termList(
  files: IndexFiles,
  segment: SegmentEntry,
  needed: NeededGram[],
): Promise<PostingList> {
  const grams = chooseGrams(needed, segment);
  const listOf = async (gram: NeededGram) => ({ list: await gramList(files, segment, gram), at: gram.at });
  let all = common(await Promise.all(grams.slice(0, FIRST_GRAMS).map(listOf)));
  for (const gram of grams.slice(FIRST_GRAMS)) {
    if (all.documents.length <= FEW) break;
    all = common([{ list: all, at: 0 }, await listOf(gram)]);
  }
  return all;
}

/** Postings of a key in one segment; null where it has none. */
export async function keyList(
  files: IndexFiles,
  segment: SegmentEntry,
  key: string,
): Promise<PostingList | null> {
  const lists: PostingList[] = [];
  for (const number of chunksOf(segment, { key, prefix: false })) {
    const chunk = await files.chunk(segment, number);
    const at = lowerBound(chunk.keys, key);
    if (chunk.keys[at] === key) lists.push(chunk.list(at));
  }
  return lists.length > 0 ? concatenate(lists) : null;
}

/** Postings of a key, or of all that begin with it, in one segment. */
export const gramList = (files: IndexFiles, segment: SegmentEntry, lookup: Lookup): Promise<PostingList> =>
  files.lists.get(`${segment.name}/${lookup.prefix}/${lookup.key}`, () => readList(files, segment, lookup));

async function readList(files: IndexFiles, segment: SegmentEntry, lookup: Lookup): Promise<PostingList> {
  const numbers = chunksOf(segment, lookup);
  const chunks = await Promise.all(numbers.map((number) => files.chunk(segment, number)));
  const lists: PostingList[] = [];
  if (lookup.prefix && isCharacter(lookup.key))
    lists.push(await gramList(files, segment, { key: CHAR_PREFIX + lookup.key, prefix: false }));
  for (const chunk of chunks)
    for (let at = lowerBound(chunk.keys, lookup.key); isWanted(lookup, chunk.keys[at]); at++)
      lists.push(chunk.list(at));
  return lookup.prefix ? unite(lists, segment.documents) : concatenate(lists);
}
