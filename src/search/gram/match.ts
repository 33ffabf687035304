import { startsWord } from './character-class.ts';
import type { Term } from './language.ts';

/**
 * First place of a term in a folded text at or after `from`; -1 where there is none.
 * This is the definition of a match: candidates are checked against it, and so is the whole engine.
 */
export function findTerm(folded: string, term: Term, from = 0): number {
  let at = folded.indexOf(term.text, from);
  while (at >= 0 && term.atWord && !startsWord(folded, at)) at = folded.indexOf(term.text, at + 1);
  return at;
}

/** True where any of the folded texts holds the term. */
export function holds(folded: readonly string[], term: Term): boolean {
  return folded.some((text) => findTerm(text, term) >= 0);
}
