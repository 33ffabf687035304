import { authorList, type CandidateList } from './author-list.ts';
import type { PostingList } from './chunk.ts';
import { FILTERS, type Filters, meetsDates, POSTED } from './filters.ts';
import { filterKey } from './grams.ts';
import type { IndexFiles } from './index-files.ts';
import { TITLE_LEVEL } from './payload.ts';
import { planTerm } from './plan.ts';
import { everyDocument, filtered, inTitle, union, unite, without } from './posting-lists.ts';
import { refutedOf } from './proofs.ts';
import type { Clause, Query, Term } from './query.ts';
import { rank, type SegmentCandidates } from './rank.ts';
import { gramList, termList } from './term-list.ts';
import type { SegmentEntry } from './types.ts';

/** The articles that may match, by the index alone. */
export interface Candidates {
  /** Numbers in the archive, oldest first, ascending. */
  documents: Uint32Array;
  scores: Float64Array;
  /** Those of them that only their page can tell to match. */
  unsure: Uint32Array;
  /** False where no term of the query has a gram and no filter narrows it: nothing was searched. */
  searchable: boolean;
}

/** Most clauses, of either sort, that choose candidates; all of them are checked on the text. */
const MOST_CLAUSES = 12;

/** What is found where nothing can be looked up. */
export const NOTHING: Candidates = {
  documents: new Uint32Array(),
  scores: new Float64Array(),
  unsure: new Uint32Array(),
  searchable: false,
};

const hasGrams = (clause: Clause): boolean => clause.every((term) => planTerm(term).grams.length > 0);

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
  if (!searchable) return NOTHING;

  const avoided = none.filter((term) => hasGrams([term])).slice(0, MOST_CLAUSES);
  const found = await Promise.all(
    root.segments.map((segment) => searchSegment(files, segment, { clauses, avoided }, filters)),
  );
  const ranked = rank(root, found, clauses.length);
  const allAreLookedUp = clauses.length === all.length && avoided.length === none.length;
  return { ...ranked, unsure: allAreLookedUp ? ranked.unsure : ranked.documents, searchable };
}

async function searchSegment(
  files: IndexFiles,
  segment: SegmentEntry,
  wanted: { clauses: readonly Clause[]; avoided: readonly Term[] },
  filters: Filters,
): Promise<SegmentCandidates> {
  const [from, to] = datedRange(segment, filters);
  // Nothing of it is looked up.
  if (from === to) return { documents: new Uint32Array(), unsure: new Uint32Array(), terms: [] };
  const [terms, avoided, narrowed] = await Promise.all([
    Promise.all(wanted.clauses.map((clause) => clauseList(files, segment, clause))),
    Promise.all(wanted.avoided.map((term) => clauseList(files, segment, [term]))),
    filterLists(files, segment, filters),
  ]);
  let documents = everyDocument(from, to);
  for (const list of [...narrowed, ...terms]) documents = filtered(documents, list.documents, true);
  for (const list of avoided) documents = filtered(documents, surelyIn(list), false);
  const unsure = [...terms, ...avoided].map((list) => list.unsure).reduce(union, new Uint32Array());
  return { documents, unsure: filtered(documents, unsure, true), terms };
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

const surelyIn = ({ documents, unsure }: CandidateList): Uint32Array => filtered(documents, unsure, false);

/** Postings of a clause: of any of its terms. */
export async function clauseList(
  files: IndexFiles,
  segment: SegmentEntry,
  clause: Clause,
): Promise<CandidateList> {
  const lists = await Promise.all(clause.map((term) => candidateList(files, segment, term)));
  const [only] = lists;
  if (only && lists.length === 1) return only;
  const surely = lists.map(surelyIn).reduce(union, new Uint32Array());
  const all = unite(lists, segment.documents);
  return { ...all, unsure: filtered(all.documents, surely, false) };
}

async function candidateList(files: IndexFiles, segment: SegmentEntry, term: Term): Promise<CandidateList> {
  if (term.field === 'author') {
    const authors = await authorList(files, segment, term);
    if (authors) return authors;
  }
  const { grams, exact } = planTerm(term);
  const found = await termList(files, segment, grams);
  const list = term.field === 'title' ? inTitle(found, TITLE_LEVEL) : found;
  if (exact) return { ...list, unsure: new Uint32Array() };
  const refuted = await refutedOf(files, segment, term, list.documents);
  return refuted
    ? { ...without(list, refuted), unsure: new Uint32Array() }
    : { ...list, unsure: list.documents };
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
