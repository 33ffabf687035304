import { lowerBound } from './chunk.ts';
import type { FoldedText } from './fold.ts';
import { beginsWord } from './grams.ts';
import type { Clause, Edge, Query, Term } from './query.ts';
import { blankIsSoft } from './soft-separators.ts';

/**
 * First place of a term in a folded text at or after `from`; -1 where there is none.
 * This is the definition of a match: candidates are checked against it, and so is the whole engine.
 */
export function findTerm(folded: FoldedText, term: Term, from = 0): number {
  const { text, breaks } = folded;
  let at = text.indexOf(term.text, from);
  while (at >= 0 && !stands(folded, term, at)) at = text.indexOf(term.text, at + 1);
  // A hyphen alone is also found where one was left out.
  const gone = term.text === '-' && breaks ? nextOf(breaks, from) : undefined;
  return gone === undefined ? at : at < 0 ? gone : Math.min(at, gone);
}

/** Places in order, by their sets: a long passage is asked for one after the other. */
const sorted = new WeakMap<ReadonlySet<number>, number[]>();

function nextOf(places: ReadonlySet<number>, from: number): number | undefined {
  const list = sorted.get(places) ?? [...places];
  sorted.set(places, list);
  return list[lowerBound(list, from)];
}

function stands(folded: FoldedText, { text, atWord, before, after }: Term, at: number): boolean {
  if (atWord && !beginsWord(folded, at)) return false;
  return hasEdge(folded, before, at, at - 1) && hasEdge(folded, after, at + text.length, at + text.length);
}

/** True where a separator stands beside a place, or was left out there. @param beside the place of the unit outside */
function hasEdge({ text, breaks }: FoldedText, edge: Edge, place: number, beside: number): boolean {
  if (edge === '' || text[beside] === edge) return true;
  if (edge === '-') return breaks?.has(place) ?? false;
  return blankIsSoft(text.charCodeAt(place - 1), text.charCodeAt(place));
}

/** An article as it is searched: title, author, passages. */
export type Blocks = readonly FoldedText[];

/** True where a term may stand in the block of a number. */
export const mayStand = ({ field }: Term, block: number): boolean =>
  field === null || (field === 'body' ? block > 1 : block === (field === 'title' ? 0 : 1));

/** True where any of the blocks holds the term. */
export const holds = (blocks: Blocks, term: Term): boolean =>
  blocks.some((block, at) => mayStand(term, at) && findTerm(block, term) >= 0);

/** True where the blocks hold any term of a clause. */
export const meets = (blocks: Blocks, clause: Clause): boolean => clause.some((term) => holds(blocks, term));

/**
 * Why an article is among the hits: it holds what was typed as one string; or it meets the query word by word;
 * or it meets it nearly (words of it, weighed), which counts in no total.
 */
export type Group = 'literal' | 'words' | 'near';

/** How an article matches a query; null where it does not. */
export function matchOf(blocks: Blocks, { literal, all, none }: Query): Exclude<Group, 'near'> | null {
  if (literal && meets(blocks, literal)) return 'literal';
  const words = all.every((clause) => meets(blocks, clause)) && !none.some((term) => holds(blocks, term));
  return words ? 'words' : null;
}
