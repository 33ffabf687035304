import type { IndexFiles } from './index-files.ts';
import type { Term } from './query.ts';
import { withSoftBlanks } from './soft-separators.ts';
import { keyList } from './term-list.ts';
import type { SegmentEntry } from './types.ts';

/**
 * A proof says of a string that many articles hold which of its candidates in a segment do not, by their places among the candidates. So its count is
 * exact without a page, for some three bytes; where there are fewer candidates, their pages are read.
 */

/** Before the key of a proof: after all other keys, since proofs are made of what is written. */
const PROOF_PREFIX = '\uffff';
/** Candidates in a segment that need no proof. */
export const FEW_CANDIDATES = 40;

/** The key of the proof of a term; null for a term that has none. */
export function proofKey({ text, atWord, before, after, field }: Term): string | null {
  if (atWord || field || before === '-' || after !== '') return null;
  return PROOF_PREFIX + before + withSoftBlanks(text);
}

/** The candidates of a term in a segment that do not hold it; null where there is no proof. */
export async function refutedOf(
  files: IndexFiles,
  segment: SegmentEntry,
  term: Term,
  candidates: Uint32Array,
): Promise<Uint32Array | null> {
  const key = candidates.length > FEW_CANDIDATES ? proofKey(term) : null;
  const places = key ? await keyList(files, segment, key) : null;
  return places ? places.documents.map((at) => candidates[at] ?? 0) : null;
}
