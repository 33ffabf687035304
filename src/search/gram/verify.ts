import { excerptsOf, marksOf } from './excerpt.ts';
import { type FoldedText, foldText, foldWithMap } from './fold.ts';
import type { Excerpt } from './marks.ts';
import { type Blocks, findTerm, type Group, holds, matchOf, mayStand, meets } from './match.ts';
import type { Matcher } from './pattern.ts';
import type { Clause, Query } from './query.ts';
import type { PageText } from './types.ts';

/** A page that matches, as results show it. */
export interface Match extends Omit<PageText, 'passages'> {
  group: Group;
  /** Stretches of the title to mark, and of the author's name. */
  titleMarks: [number, number][];
  authorMarks: [number, number][];
  excerpts: Excerpt[];
  /** Index of the passage of the first excerpt; null where only title or author match. */
  passage: number | null;
  /** 0 to 2: how close together the terms stand. */
  closeness: number;
}

/** Most excerpts of one article. */
const MOST_EXCERPTS = 6;

/** A page's text with its folded blocks: title, author, passages. */
export interface FoldedPage {
  page: PageText;
  blocks: Blocks;
}

/** Numbers of the blocks; passages count on from `BODY`. */
export const TITLE = 0;
const AUTHOR = 1;
export const BODY = 2;

/** Folds a page's text. */
export function foldPage(page: PageText): FoldedPage {
  return { page, blocks: [page.title, page.author, ...page.passages].map(foldText) };
}

/** Checks an article against a query, by its text alone. @param matcher of its pattern @returns null where it does not match. */
export function verify(folded: FoldedPage, query: Query, matcher: Matcher | null = null): Match | null {
  if (query.pattern) return matcher && showPattern(folded.page, matcher);
  const how = matchOf(folded.blocks, query);
  return how && show(folded, how === 'literal' && query.literal ? [query.literal] : query.all, how);
}

/** Shows an article by the words of a query that it holds. @returns null where it holds none, or a term to avoid */
export function showNear(folded: FoldedPage, { near, none }: Query): Match | null {
  const { blocks } = folded;
  if (!near.some((clause) => meets(blocks, clause)) || none.some((term) => holds(blocks, term))) return null;
  return show(folded, near, 'near');
}

/** An article as results show it, with the places of some clauses, of which it may not meet all. */
function show({ page, blocks }: FoldedPage, clauses: readonly Clause[], group: Group): Match {
  const matching = matchingPassages(blocks, clauses);
  const marks = (text: string, block: number) => marksOf(foldWithMap(text), clauses, block);
  const { title, author, tags } = page;
  const excerpts: Excerpt[] = [];
  // What a reader sees in the title or with the author needs no other place.
  const unseen = new Set(
    clauses.filter((clause) => ![TITLE, AUTHOR].some((at) => meetsIn(blocks, at, clause))),
  );
  for (const { passage, clauses: held } of matching) {
    const wanted = [...held].filter((clause) => unseen.delete(clause));
    if (excerpts.length > 0 && wanted.length === 0) continue;
    const text = page.passages[passage] ?? '';
    const folded = foldWithMap(text);
    const shown = wanted.length > 0 ? wanted : [...held];
    const places = shown.map((clause) => marksOf(folded, [clause], BODY));
    excerpts.push(...excerptsOf(text, marksOf(folded, clauses, BODY), places));
  }
  const [best] = matching;
  const opening = page.passages.find((text) => text !== '');
  if (!best && opening !== undefined) excerpts.push(...excerptsOf(opening, [], []));
  return {
    title,
    author,
    tags,
    group,
    titleMarks: marks(title, TITLE),
    authorMarks: marks(author, AUTHOR),
    excerpts: excerpts.slice(0, MOST_EXCERPTS),
    passage: best?.passage ?? null,
    closeness: closeness(blocks[TITLE]?.text ?? '', best, clauses.length),
  };
}

/** An article with the first passage that a pattern matches; null where it matches neither that nor title and author. */
function showPattern({ title, author, tags, passages }: PageText, matcher: Matcher): Match | null {
  const [titleMarks, authorMarks] = [matcher(title), matcher(author)];
  const passage = passages.findIndex((text) => matcher(text).length > 0);
  if (passage < 0 && titleMarks.length + authorMarks.length === 0) return null;
  const text = passages[passage] ?? passages.find(Boolean);
  const marks = passage < 0 || !text ? [] : matcher(text);
  const excerpts = text ? excerptsOf(text, marks, marks.length > 0 ? [marks] : []) : [];
  const base = { title, author, tags, titleMarks, authorMarks, excerpts };
  return { ...base, group: 'words', passage: passage < 0 ? null : passage, closeness: 0 };
}

/** A passage with terms in it. */
interface PassageMatch {
  passage: number;
  clauses: Set<Clause>;
  /** Units from the first to the last of the clauses' first places. */
  span: number;
}

/** Passages to show: the one that meets most clauses (closest together), then those that add one. */
function matchingPassages(blocks: Blocks, clauses: readonly Clause[]): PassageMatch[] {
  const all: PassageMatch[] = [];
  blocks.forEach((block, number) => {
    if (number < BODY) return;
    const at = clauses.map((clause) => firstPlace(block, number, clause));
    const there = at.filter((found) => found >= 0);
    if (there.length === 0) return;
    const holding = new Set(clauses.filter((_, i) => (at[i] ?? -1) >= 0));
    all.push({ passage: number - BODY, clauses: holding, span: Math.max(...there) - Math.min(...there) });
  });
  const chosen: PassageMatch[] = [];
  const shown = new Set<Clause>();
  for (;;) {
    let best: PassageMatch | null = null;
    let gain = 0;
    for (const one of all) {
      const adds = [...one.clauses].filter((clause) => !shown.has(clause)).length;
      if (adds > gain || (adds === gain && best && adds > 0 && one.span < best.span)) {
        best = one;
        gain = adds;
      }
    }
    if (!best) return chosen;
    chosen.push(best);
    for (const clause of best.clauses) shown.add(clause);
  }
}

/** True where a block holds any term of a clause. */
export const meetsIn = (blocks: Blocks, at: number, clause: Clause): boolean => {
  const block = blocks[at];
  return block !== undefined && firstPlace(block, at, clause) >= 0;
};

/** The first place of any term of a clause in a block; -1 where none stands there. */
function firstPlace(block: FoldedText, number: number, clause: Clause): number {
  const places = clause.filter((term) => mayStand(term, number)).map((term) => findTerm(block, term));
  const there = places.filter((at) => at >= 0);
  return there.length > 0 ? Math.min(...there) : -1;
}

/** How close together the terms stand in the best passage. */
function closeness(title: string, best: PassageMatch | undefined, terms: number): number {
  if (terms < 2 || !best) return title && !best ? 1 : 0;
  const share = (best.clauses.size - 1) / (terms - 1);
  return share * (1 + 1 / (1 + best.span / 30));
}
