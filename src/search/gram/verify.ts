import { excerptOf, marksOf } from './excerpt.ts';
import { fold, foldWithMap } from './fold.ts';
import type { Query, Term } from './language.ts';
import type { Excerpt } from './marks.ts';
import { findTerm, holds } from './match.ts';
import type { PageText } from './types.ts';

/** A page that matches, as results show it. */
export interface Match extends Omit<PageText, 'passages'> {
  /** Stretches of the title to mark. */
  titleMarks: [number, number][];
  excerpts: Excerpt[];
  /** Index of the passage of the first excerpt; null where only title or author match. */
  passage: number | null;
  /** 0 to 2: how close together the terms stand. */
  closeness: number;
}

/** Most excerpts of one article. */
const MOST_EXCERPTS = 3;

/** A page's text with its folded blocks: title, author, passages. */
export interface FoldedPage {
  page: PageText;
  blocks: readonly string[];
}

/** Folds a page's text. */
export function foldPage(page: PageText): FoldedPage {
  return { page, blocks: [page.title, page.author, ...page.passages].map(fold) };
}

/** Checks an article against a query, by its text alone. @returns null where it does not match. */
export function verify({ page, blocks }: FoldedPage, query: Query): Match | null {
  if (!query.all.every((term) => holds(blocks, term))) return null;
  if (query.none.some((term) => holds(blocks, term))) return null;
  const matching = matchingPassages(blocks.slice(2), query.all);
  const marks = (text: string) => marksOf(foldWithMap(text), query.all);
  const excerpts = matching.slice(0, MOST_EXCERPTS).map(({ passage }) => {
    const text = page.passages[passage] ?? '';
    return excerptOf(text, marks(text));
  });
  const [best] = matching;
  const [opening] = page.passages;
  if (!best && opening !== undefined) excerpts.push(excerptOf(opening, []));
  const { title, author, tags } = page;
  return {
    title,
    author,
    tags,
    titleMarks: marks(title),
    excerpts,
    passage: best?.passage ?? null,
    closeness: closeness(blocks[0] ?? '', best, query.all.length),
  };
}

/** A passage with terms in it. */
interface PassageMatch {
  passage: number;
  terms: Set<Term>;
  /** Units from the first to the last of the terms' first places. */
  span: number;
}

/** Passages to show: the one with most terms (closest together), then those that add a term. */
function matchingPassages(passages: string[], terms: readonly Term[]): PassageMatch[] {
  const all: PassageMatch[] = [];
  passages.forEach((text, passage) => {
    const at = terms.map((term) => findTerm(text, term));
    const there = at.filter((found) => found >= 0);
    if (there.length === 0) return;
    const holding = new Set(terms.filter((_, i) => (at[i] ?? -1) >= 0));
    all.push({ passage, terms: holding, span: Math.max(...there) - Math.min(...there) });
  });
  const chosen: PassageMatch[] = [];
  const shown = new Set<Term>();
  for (;;) {
    let best: PassageMatch | null = null;
    let gain = 0;
    for (const one of all) {
      const adds = [...one.terms].filter((term) => !shown.has(term)).length;
      if (adds > gain || (adds === gain && best && adds > 0 && one.span < best.span)) {
        best = one;
        gain = adds;
      }
    }
    if (!best) return chosen;
    chosen.push(best);
    for (const term of best.terms) shown.add(term);
  }
}

/** How close together the terms stand in the best passage. */
function closeness(title: string, best: PassageMatch | undefined, terms: number): number {
  if (terms < 2 || !best) return title && !best ? 1 : 0;
  const share = (best.terms.size - 1) / (terms - 1);
  return share * (1 + 1 / (1 + best.span / 30));
}
