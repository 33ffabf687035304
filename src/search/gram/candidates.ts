import { FILTERS, type Filters, meetsDates, POSTED } from './filters.ts';
import { filterKey } from './grams.ts';
import type { IndexFiles } from './index-files.ts';
import type { Query } from './language.ts';
import { type NeededGram, planTerm } from './plan.ts';
import { everyDocument, filtered } from './posting-lists.ts';
import { rank, type SegmentCandidates } from './rank.ts';
import { chooseGrams, gramList, termList } from './term-list.ts';
import type { SegmentEntry } from './types.ts';

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

/** Most terms, of either sort, that choose candidates; all of them are checked on the text. */
const MOST_TERMS = 12;

/** Finds the candidates of a query. */
export async function findCandidates(files: IndexFiles, query: Query, filters: Filters): Promise<Candidates> {
  const root = await files.root();
  const terms = query.all.map(planTerm);
  const avoided = query.none.map(planTerm);
  const indexed = terms.filter(({ grams }) => grams.length > 0).slice(0, MOST_TERMS);
  const narrowed = FILTERS.some(({ name }) => filters[name]);
  const searchable = indexed.length > 0 || (terms.length === 0 && (narrowed || avoided.length > 0));
  if (!searchable)
    return { documents: new Uint32Array(), scores: new Float64Array(), exact: true, searchable };

  const wanted = indexed.map(({ grams }) => grams);
  const surelyAvoided = avoided.filter(({ exact }) => exact).slice(0, MOST_TERMS);
  const unwanted = surelyAvoided.map(({ grams }) => grams);
  const found = await Promise.all(
    root.segments.map((segment) => searchSegment(files, segment, wanted, unwanted, filters)),
  );
  return {
    ...rank(root, found, indexed.length),
    exact: [terms, avoided].every((list) => list.length <= MOST_TERMS && list.every(({ exact }) => exact)),
    searchable,
  };
}

async function searchSegment(
  files: IndexFiles,
  segment: SegmentEntry,
  wanted: NeededGram[][],
  unwanted: NeededGram[][],
  filters: Filters,
): Promise<SegmentCandidates> {
  const [from, to] = datedRange(segment, filters);
  // Nothing of it is looked up.
  if (from === to) return { documents: new Uint32Array(), terms: [] };
  const keys = POSTED.flatMap(({ name, letter }) => {
    const value = filters[name];
    return value ? filterKey(letter, value) : [];
  });
  const [terms, avoided, narrowed] = await Promise.all([
    Promise.all(wanted.map((grams) => termList(files, segment, chooseGrams(grams, segment)))),
    Promise.all(unwanted.map((grams) => termList(files, segment, grams))),
    Promise.all(keys.map((key) => gramList(files, segment, { key, prefix: false }))),
  ]);
  let documents = everyDocument(from, to);
  for (const list of [...narrowed, ...terms]) documents = filtered(documents, list.documents, true);
  for (const list of avoided) documents = filtered(documents, list.documents, false);
  return { documents, terms };
}

/** Documents `[from, to)` whose month meets the filters: they are numbered by date. */
function datedRange(segment: SegmentEntry, filters: Filters): [from: number, to: number] {
  let from = segment.documents;
  let to = 0;
  let at = 0;
  for (const [month, count] of segment.months) {
    if (meetsDates(month, filters)) {
      from = Math.min(from, at);
      to = at + count;
    }
    at += count;
  }
  return from < to ? [from, to] : [0, 0];
}
