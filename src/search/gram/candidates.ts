import type { PostingList } from './chunk.ts';
import { filterKey } from './grams.ts';
import type { Query } from './language.ts';
import { concatenate, everyDocument, filtered, intersect, shifted, unite } from './lists.ts';
import { TITLE_LEVEL } from './note.ts';
import { type NeededGram, planTerm, type TermPlan } from './plan.ts';
import { chunksOfKey, chunksOfPrefix } from './root.ts';
import type { Store } from './store.ts';
import type { Root, SegmentEntry } from './types.ts';

/** What results can be narrowed to. Every field that is set must hold. */
export interface Filters {
  /** `yyyy`. */
  year?: string;
  /** `yyyy-mm`. */
  month?: string;
  /** The author's name as it stands in the archive. */
  author?: string;
  /** A tag or topic as it was indexed. */
  topic?: string;
}

/** The articles that may match, by the index alone. */
export interface Candidates {
  /** Numbers in the archive, oldest first, ascending. */
  documents: Uint32Array;
  scores: Float64Array;
  /** True where every candidate is known to match. */
  exact: boolean;
  /** False where no term of the query has a gram and no filter narrows it: nothing was searched. */
  searchable: boolean;
}

/** Most grams of one term that are looked up: more cost requests and say little new. */
const MOST_GRAMS = 5;
/** Grams looked up together at first; then one by one. */
const FIRST_GRAMS = 2;
/** So few candidates in a segment need no further gram. */
const FEW = 1;

/** Most terms, of either sort, that choose candidates; all of them are checked on the text. */
const MOST_TERMS = 12;

/** Weight of a term by its level: body, by frequency, then title. */
const WEIGHTS = [0.45, 0.65, 0.85, 3];

/** What each segment contributes. */
interface SegmentResult {
  documents: Uint32Array;
  /** One list a term, parallel to the terms. */
  terms: PostingList[];
}

/** Finds the candidates of a query. */
export async function findCandidates(store: Store, query: Query, filters: Filters): Promise<Candidates> {
  const root = await store.root();
  const terms = query.all.map(planTerm);
  const avoided = query.none.map(planTerm);
  const indexed = terms.filter((term) => term.grams.length > 0).slice(0, MOST_TERMS);
  const narrowed = Object.values(filters).some((value) => value !== undefined && value !== '');
  const searchable = indexed.length > 0 || (terms.length === 0 && (narrowed || avoided.length > 0));
  if (!searchable)
    return { documents: new Uint32Array(), scores: new Float64Array(), exact: true, searchable };

  const surelyAvoided = avoided
    .filter((term) => term.exact)
    .slice(0, MOST_TERMS)
    .map((term) => term.grams);
  const results = await Promise.all(
    root.segments.map((segment) => searchSegment(store, segment, indexed, surelyAvoided, filters)),
  );
  return {
    ...rank(root, results, indexed.length),
    exact: [terms, avoided].every((list) => list.length <= MOST_TERMS && list.every((term) => term.exact)),
    searchable,
  };
}

/**
 * The grams of a term to look up, the most telling first: from both ends, then between what is there already.
 * Those whose postings fill several chunks are left out if two lighter ones will do.
 */
export function chooseGrams(grams: NeededGram[], segment: SegmentEntry): NeededGram[] {
  const byKey = new Map(grams.map((gram) => [gram.key, gram]));
  const different = grams.filter((gram) => byKey.get(gram.key) === gram);
  const light = different.filter((gram) => chunksOf(segment, gram).length <= 1);
  const unique = light.length >= 2 ? light : different;
  const chosen: NeededGram[] = [];
  const gaps: [number, number][] = [[0, unique.length - 1]];
  const take = (index: number) => {
    const gram = unique[index];
    if (gram && !chosen.includes(gram)) chosen.push(gram);
  };
  take(0);
  take(unique.length - 1);
  for (const [from, to] of gaps) {
    if (to - from < 2 || chosen.length >= MOST_GRAMS) continue;
    const middle = (from + to) >> 1;
    take(middle);
    gaps.push([from, middle], [middle, to]);
  }
  return chosen.slice(0, MOST_GRAMS);
}

function chunksOf(segment: SegmentEntry, gram: { key: string; prefix: boolean }): number[] {
  return gram.prefix ? chunksOfPrefix(segment, gram.key) : chunksOfKey(segment, gram.key);
}

async function searchSegment(
  store: Store,
  segment: SegmentEntry,
  terms: TermPlan[],
  avoided: NeededGram[][],
  filters: Filters,
): Promise<SegmentResult> {
  const range = monthRange(segment, filters);
  if (range[0] === range[1]) return { documents: new Uint32Array(), terms: terms.map(() => EMPTY) };
  const keys = (['author', 'topic'] as const)
    .filter((kind) => filters[kind])
    .map((kind) => ({ key: filterKey(kind, filters[kind] ?? ''), prefix: false }));
  const [lists, less, facets] = await Promise.all([
    Promise.all(terms.map((term) => termList(store, segment, chooseGrams(term.grams, segment)))),
    Promise.all(avoided.map((grams) => termList(store, segment, grams))),
    Promise.all(keys.map((key) => gramList(store, segment, key))),
  ]);
  let documents = everyDocument(range[0], range[1]);
  for (const list of [...facets, ...lists]) documents = filtered(documents, list.documents, true);
  for (const list of less) documents = filtered(documents, list.documents, false);
  return { documents, terms: lists };
}

const EMPTY: PostingList = {
  documents: new Uint32Array(),
  masks: new Uint32Array(),
  levels: new Uint8Array(),
};

/** Documents `[from, to)` of the year and month asked for. */
export function monthRange(segment: SegmentEntry, filters: Filters): [from: number, to: number] {
  const wanted = [filters.year, filters.month].filter((value) => value);
  let from = segment.documents;
  let to = 0;
  let at = 0;
  for (const [month, count] of segment.months) {
    if (wanted.every((value) => value === month || value === month.slice(0, 4))) {
      from = Math.min(from, at);
      to = at + count;
    }
    at += count;
  }
  return from < to ? [from, to] : [0, 0];
}

/** Postings of a whole term in one segment. */
async function termList(store: Store, segment: SegmentEntry, grams: NeededGram[]): Promise<PostingList> {
  const listOf = async (gram: NeededGram) => shifted(await gramList(store, segment, gram), gram.at);
  const [first = EMPTY, ...more] = await Promise.all(grams.slice(0, FIRST_GRAMS).map(listOf));
  let all = more.reduce(intersect, first);
  for (const gram of grams.slice(FIRST_GRAMS)) {
    if (all.documents.length <= FEW) break;
    all = intersect(all, await listOf(gram));
  }
  return all;
}

async function gramList(
  store: Store,
  segment: SegmentEntry,
  gram: { key: string; prefix: boolean },
): Promise<PostingList> {
  const chunks = await Promise.all(chunksOf(segment, gram).map((number) => store.chunk(segment, number)));
  if (!gram.prefix) {
    const pieces = chunks.flatMap((chunk) => {
      const at = chunk.lowerBound(gram.key);
      return chunk.keys[at] === gram.key ? [chunk.list(at)] : [];
    });
    return concatenate(pieces);
  }
  const lists = chunks.flatMap((chunk) => {
    const found: PostingList[] = [];
    for (let at = chunk.lowerBound(gram.key); chunk.keys[at]?.startsWith(gram.key); at++)
      found.push(chunk.list(at));
    return found;
  });
  return unite(lists, segment.documents);
}

/** Numbers documents through the archive and weighs them: rarity (BM25's idf) times weight, summed over the terms. */
function rank(root: Root, results: SegmentResult[], termCount: number) {
  const total = root.segments.reduce((sum, segment) => sum + segment.documents, 0);
  const rarity = Array.from({ length: termCount }, (_, term) => {
    const count = results.reduce((sum, result) => sum + (result.terms[term]?.documents.length ?? 0), 0);
    return Math.log(1 + (total - count + 0.5) / (count + 0.5));
  });
  const size = results.reduce((sum, result) => sum + result.documents.length, 0);
  const documents = new Uint32Array(size);
  const scores = new Float64Array(size);
  let base = 0;
  let at = 0;
  results.forEach((result, index) => {
    for (let i = 0; i < result.documents.length; i++) documents[at + i] = base + (result.documents[i] ?? 0);
    result.terms.forEach((list, term) => {
      for (let i = 0, j = 0; i < result.documents.length; i++) {
        const document = result.documents[i] ?? 0;
        while ((list.documents[j] ?? document) < document) j++;
        const level = list.levels[j] ?? 0;
        const weight = (WEIGHTS[level] ?? 0) * (rarity[term] ?? 0) + (level === TITLE_LEVEL ? 1 : 0);
        scores[at + i] = (scores[at + i] ?? 0) + weight;
      }
    });
    at += result.documents.length;
    base += root.segments[index]?.documents ?? 0;
  });
  return { documents, scores };
}
