import { marksOf } from './excerpt.ts';
import { foldWithMap } from './fold.ts';
import { matchOf } from './match.ts';
import type { Matcher } from './pattern.ts';
import type { Query } from './query.ts';
import type { FoldedPage } from './verify.ts';

/** One place where a query stands in an article, with the text beside it. */
export interface Occurrence {
  /** Number of the passage; null in the title. */
  passage: number | null;
  before: string;
  text: string;
  after: string;
}

/** UTF-16 units of text on either side. */
const BESIDE = 60;
/** Most places of one article. */
const MOST = 500;

/** Every place of a query in an article, in order: of the whole as one string where it stands there, else of those of its words that do. */
export function occurrencesIn(
  { page, blocks }: FoldedPage,
  query: Query,
  matcher: Matcher | null = null,
): Occurrence[] {
  const how = matchOf(blocks, query);
  const clauses = how === 'literal' && query.literal ? [query.literal] : how ? query.all : query.near;
  const found: Occurrence[] = [];
  [page.title, page.author, ...page.passages].forEach((text, block) => {
    // The author is no context.
    if (block === 1 || found.length >= MOST) return;
    for (const [from, to] of matcher ? matcher(text) : marksOf(foldWithMap(text), clauses, block))
      found.push({
        passage: block === 0 ? null : block - 2,
        before: whole(text.slice(Math.max(0, from - BESIDE), from)),
        text: text.slice(from, to),
        after: whole(text.slice(to, to + BESIDE)),
      });
  });
  return found.slice(0, MOST);
}

/** Text without the half of a character at an end. */
const whole = (text: string): string => text.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '');
