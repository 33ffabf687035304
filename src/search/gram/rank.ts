import type { PostingList } from './chunk.ts';
import { BOILERPLATE_LEVEL, TITLE_LEVEL } from './payload.ts';
import type { Root } from './types.ts';

/** The candidates in one segment, and the postings of each term there. */
export interface SegmentCandidates {
  documents: Uint32Array;
  /** Those of which only the page can tell. */
  unsure: Uint32Array;
  /** Parallel to the terms. */
  terms: PostingList[];
}

/** Weight of a term by its level: boilerplate, body by frequency, title. */
export const WEIGHTS: readonly number[] = [0.1, 0.45, 0.65, 0.85, 3];

/** Number of documents that hold a term elsewhere than in boilerplate: what makes it rare or not. */
export const holders = ({ levels }: PostingList): number =>
  levels.reduce((count, level) => (level === BOILERPLATE_LEVEL ? count : count + 1), 0);

/** BM25's idf of a term that so many of all articles hold. */
export const rarity = (total: number, count: number): number =>
  Math.log(1 + (total - count + 0.5) / (count + 0.5));

/** Numbers documents through the archive and weighs them: rarity (BM25's idf) times weight, summed over the terms. */
export function rank(root: Root, segments: readonly SegmentCandidates[], termCount: number) {
  const total = root.segments.reduce((sum, segment) => sum + segment.documents, 0);
  const rarities = Array.from({ length: termCount }, (_, term) =>
    rarity(
      total,
      segments.reduce((sum, { terms }) => {
        const list = terms[term];
        return sum + (list ? holders(list) : 0);
      }, 0),
    ),
  );
  const size = segments.reduce((sum, { documents }) => sum + documents.length, 0);
  const documents = new Uint32Array(size);
  const scores = new Float64Array(size);
  const unsure = new Uint32Array(segments.reduce((sum, segment) => sum + segment.unsure.length, 0));
  let base = 0;
  let at = 0;
  let doubts = 0;
  segments.forEach(({ documents: own, unsure: doubted, terms }, index) => {
    for (const document of doubted) unsure[doubts++] = base + document;
    for (let i = 0; i < own.length; i++) documents[at + i] = base + (own[i] ?? 0);
    terms.forEach((list, term) => {
      for (let i = 0, j = 0; i < own.length; i++) {
        const document = own[i] ?? 0;
        while ((list.documents[j] ?? document) < document) j++;
        const level = list.levels[j] ?? 0;
        const weight = (WEIGHTS[level] ?? 0) * (rarities[term] ?? 0) + (level === TITLE_LEVEL ? 1 : 0);
        scores[at + i] = (scores[at + i] ?? 0) + weight;
      }
    });
    at += own.length;
    base += root.segments[index]?.documents ?? 0;
  });
  return { documents, scores, unsure };
}
