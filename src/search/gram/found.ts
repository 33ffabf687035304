import { type Candidates, findCandidates, NOTHING } from './candidates.ts';
import { type Filters, needText } from './filters.ts';
import type { IndexFiles } from './index-files.ts';
import { hasHan } from './near.ts';
import type { Matcher } from './pattern.ts';
import { filtered, union } from './posting-lists.ts';
import type { Clause, Query } from './query.ts';

/** The candidates of a query by the index. */
export interface Found {
  words: Candidates;
  /** Those of the literal; null where there is none. */
  literal: Candidates | null;
  /** Those of them that come before all others. */
  first: Candidates | null;
}

/** Finds what may match a query. @param matcher of its pattern */
export async function findQuery(
  files: IndexFiles,
  query: Query,
  filters: Filters,
  matcher: Matcher | null,
): Promise<Found> {
  // Only strings that it must hold tell where a pattern may match.
  if (query.pattern && (query.all.length === 0 || !matcher))
    return { words: NOTHING, literal: null, first: null };
  const inText = needText(filters) || query.pattern !== null;
  const find = async (clauses: Pick<Query, 'all' | 'none'>): Promise<Candidates> => {
    // What is to be avoided may stand in what does not count.
    const { all, none } = inText ? { ...clauses, none: [] } : clauses;
    const found = await findCandidates(files, { all, none }, filters);
    return inText && query.all.length + query.none.length > 0 ? { ...found, unsure: found.documents } : found;
  };
  const only = (clause: Clause) => find({ all: [clause], none: [] });
  const { literal } = query;
  const [words, literals, titles] = await Promise.all([
    find(query),
    literal && only(literal),
    literal && only(literal.map((term) => ({ ...term, field: 'title' }))),
  ]);
  return { words, literal: literals, first: hasHan(query.all) ? titles : literals };
}

/** All candidates that hold the whole query, with the better of their scores; unsure are those that neither makes sure. */
export function joined({ words, literal }: Omit<Found, 'first'>): Omit<Candidates, 'searchable'> {
  if (!literal || literal.documents.length === 0) return words;
  const documents = union(words.documents, literal.documents);
  const scores = new Float64Array(documents.length);
  for (const list of [literal, words])
    for (let i = 0, at = 0; i < list.documents.length; i++) {
      while ((documents[at] ?? 0) < (list.documents[i] ?? 0)) at++;
      scores[at] = Math.max(scores[at] ?? 0, list.scores[i] ?? 0);
    }
  const surely = [words, literal].map((one) => filtered(one.documents, one.unsure, false)).reduce(union);
  return { documents, scores, unsure: filtered(documents, surely, false) };
}
