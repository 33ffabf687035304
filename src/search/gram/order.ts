import type { Candidates } from './candidates.ts';
import type { Sort } from './filters.ts';

/** Room for document numbers beside a score in one number. */
const NUMBERS = 2 ** 24;

/** Positions of candidates in the order asked for; among equal scores the newer comes first. */
export function inOrder(candidates: Pick<Candidates, 'documents' | 'scores'>, sort: Sort): Uint32Array {
  const { length } = candidates.documents;
  const order = new Uint32Array(length);
  if (sort !== 'relevance') {
    for (let i = 0; i < length; i++) order[i] = sort === 'oldest' ? i : length - 1 - i;
    return order;
  }
  const keys = new Float64Array(length);
  for (let i = 0; i < length; i++)
    keys[i] = Math.round(Math.max(0, candidates.scores[i] ?? 0) * 1000) * NUMBERS + i;
  keys.sort();
  for (let i = 0; i < length; i++) order[i] = (keys[length - 1 - i] ?? 0) % NUMBERS;
  return order;
}
