import { foldText } from './fold.ts';
import { TextHash } from './hash.ts';
import type { Clause } from './query.ts';
import { BODY, type FoldedPage, meetsIn } from './verify.ts';

/** Boilerplate: passages that stand in many articles alike, such as the line below each article of a site. */

/** Share of the archive's articles that a passage of it stands in at least, and their least number: in a small archive two alike are no habit. */
const SHARE = 0.05;
const LEAST = 5;
/** Most passages that the root names, those of most articles first. */
const MOST = 200;

const isHabit = (articles: number, documents: number): boolean =>
  articles >= LEAST && articles > documents * SHARE;

/** A passage's hash, and the number of articles of a part that have it. */
export type PassageCount = [hash: string, articles: number];

/** Hash of a passage, by its folded text. */
export const passageHash = (folded: string): string => new TextHash().add(folded).hex();

/** Counts in how many documents of a part each passage stands. */
export class PassageCounter {
  private readonly counts = new Map<string, number>();

  /** Adds the folded passages of the next document. @returns their hashes */
  add(passages: readonly string[]): string[] {
    const hashes = passages.map(passageHash);
    for (const hash of new Set(hashes.filter((_, at) => passages[at] !== '')))
      this.counts.set(hash, (this.counts.get(hash) ?? 0) + 1);
    return hashes;
  }

  /** Hashes of the passages that are boilerplate among so many documents. */
  boilerplate(documents: number): Set<string> {
    return new Set(
      [...this.counts].filter(([, articles]) => isHabit(articles, documents)).map(([hash]) => hash),
    );
  }

  /** The passages of more than one document, in order of their hashes. */
  repeated(): PassageCount[] {
    return [...this.counts].filter(([, articles]) => articles > 1).sort(([a], [b]) => (a < b ? -1 : 1));
  }
}

/**
 * Hashes of the passages that stand in more than a share of all documents, sorted. What only one document of a part has was not counted there, so that
 * a passage may be taken to stand in one article a part less than it does.
 */
export function boilerplateOf(parts: Iterable<readonly PassageCount[]>, documents: number): string[] {
  const counts = new Map<string, number>();
  for (const part of parts)
    for (const [hash, articles] of part) counts.set(hash, (counts.get(hash) ?? 0) + articles);
  return [...counts]
    .filter(([, articles]) => isHabit(articles, documents))
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, MOST)
    .map(([hash]) => hash)
    .sort();
}

/** A page without its boilerplate, whose passages are empty there, so that the others keep their numbers. */
export function withoutBoilerplate(folded: FoldedPage, boilerplate: ReadonlySet<string>): FoldedPage {
  const { page, blocks } = folded;
  const isOut = blocks.slice(BODY).map(({ text }) => boilerplate.has(passageHash(text)));
  if (!isOut.includes(true)) return folded;
  return {
    page: { ...page, passages: page.passages.map((text, at) => (isOut[at] ? '' : text)) },
    blocks: blocks.map((block, at) => (isOut[at - BODY] ? foldText('') : block)),
  };
}

/** True where boilerplate of a page meets any of the clauses. */
export const boilerplateMeets = (
  { blocks }: FoldedPage,
  boilerplate: ReadonlySet<string>,
  clauses: readonly Clause[],
): boolean =>
  blocks.some(
    ({ text }, at) =>
      at >= BODY &&
      clauses.some((clause) => meetsIn(blocks, at, clause)) &&
      boilerplate.has(passageHash(text)),
  );
