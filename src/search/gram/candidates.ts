import type { PostingList } from './chunk.ts';
import { FILTERS, type Filters, meetsDates, POSTED } from './filters.ts';
import { filterKey } from './grams.ts';
import type { IndexFiles } from './index-files.ts';
import type { Clause, Query, Term } from './language.ts';
import { TITLE_LEVEL } from './payload.ts';
import { planTerm } from './plan.ts';
import { everyDocument, filtered, inTitle, unite } from './posting-lists.ts';
import { rank, type SegmentCandidates } from './rank.ts';
import { gramList, termList } from './term-list.ts';
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

/** Most clauses, of either sort, that choose candidates; all of them are checked on the text. */
const MOST_CLAUSES = 12;

const NO_CANDIDATES: Omit<Candidates, 'exact' | 'searchable'> = {
  documents: new Uint32Array(),
  scores: new Float64Array(),
};

const hasGrams = (clause: Clause): boolean => clause.every((term) => planTerm(term).grams.length > 0);
const isExact = (clause: Clause): boolean => clause.every((term) => planTerm(term).exact);

/** Finds the candidates of the clauses of a query; of the literal, give it as the only clause. */
export async function findCandidates(
  files: IndexFiles,
  { all, none }: Pick<Query, 'all' | 'none'>,
  filters: Filters,
): Promise<Candidates> {
  const root = await files.root();
  const clauses = all.filter(hasGrams).slice(0, MOST_CLAUSES);
  const narrowed = FILTERS.some(({ name }) => filters[name]);
  const searchable = clauses.length > 0 || (all.length === 0 && (narrowed || none.length > 0));
  if (!searchable) return { ...NO_CANDIDATES, exact: true, searchable };

  const surelyAvoided = none.filter((term) => isExact([term])).slice(0, MOST_CLAUSES);
  const found = await Promise.all(
    root.segments.map((segment) => searchSegment(files, segment, clauses, surelyAvoided, filters)),
  );
  const exact = [all, none.map((term) => [term])].every(
    (list) => list.length <= MOST_CLAUSES && list.every(isExact),
  );
  return { ...rank(root, found, clauses.length), exact, searchable };
}

async function searchSegment(
  files: IndexFiles,
  segment: SegmentEntry,
  clauses: readonly Clause[],
  unwanted: readonly Term[],
  filters: Filters,
): Promise<SegmentCandidates> {
  const [from, to] = datedRange(segment, filters);
  // Nothing of it is looked up.
  if (from === to) return { documents: new Uint32Array(), terms: [] };
  const [terms, avoided, narrowed] = await Promise.all([
    Promise.all(clauses.map((clause) => clauseList(files, segment, clause))),
    Promise.all(unwanted.map((term) => clauseList(files, segment, [term]))),
    filterLists(files, segment, filters),
  ]);
  let documents = everyDocument(from, to);
  for (const list of [...narrowed, ...terms]) documents = filtered(documents, list.documents, true);
  for (const list of avoided) documents = filtered(documents, list.documents, false);
  return { documents, terms };
}

/** Postings of the values of filters that are set. */
export function filterLists(
  files: IndexFiles,
  segment: SegmentEntry,
  filters: Filters,
): Promise<PostingList[]> {
  const keys = POSTED.flatMap(({ name, letter }) => {
    const value = filters[name];
    return value ? filterKey(letter, value) : [];
  });
  return Promise.all(keys.map((key) => gramList(files, segment, { key, prefix: false })));
}

/** Postings of a clause: of any of its terms. */
export async function clauseList(
  files: IndexFiles,
  segment: SegmentEntry,
  clause: Clause,
): Promise<PostingList> {
  const lists = await Promise.all(
    clause.map(async (term) => {
      const list = await termList(files, segment, planTerm(term).grams);
      return term.field === 'title' ? inTitle(list, TITLE_LEVEL) : list;
    }),
  );
  return unite(lists, segment.documents);
}

/** Documents `[from, to)` whose month meets the filters: they are numbered by date. */
export function datedRange(segment: SegmentEntry, filters: Filters): [from: number, to: number] {
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
