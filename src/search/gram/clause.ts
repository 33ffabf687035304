import { classOf, DENSE, WORD } from './character-class.ts';
import { fold } from './fold.ts';
import { numberSpellings } from './numbers.ts';
import type { Clause, Edge, Term } from './query.ts';
import type { Token } from './tokens.ts';

/** The terms of a token: its string, and other spellings of the numbers in it. */
export function clauseOf({ field, quoted }: Pick<Token, 'field' | 'quoted'>, typed: string): Clause {
  const folded = quoted ? fold(typed) : fold(typed).trim();
  const { text, before, after } = withoutEdges(folded);
  if (text.trim() === '') return [];
  const atWord = !quoted && before === '' && classOf(text.charCodeAt(0)) === WORD;
  return numberSpellings(text).map((spelling) => ({ text: spelling, atWord, before, after, field }));
}

/** Takes the separators off a string that text might have left out there. */
function withoutEdges(folded: string): Pick<Term, 'text' | 'before' | 'after'> {
  const edge = (char: string | undefined, beside: number): Edge => {
    if (folded.length < 2) return '';
    if (char === ' ') return classOf(beside) >= DENSE ? char : '';
    return char === '-' && classOf(beside) === WORD ? char : '';
  };
  const before = edge(folded[0], folded.charCodeAt(1));
  const after = edge(folded.at(-1), folded.charCodeAt(folded.length - 2));
  return { text: folded.slice(before.length, folded.length - after.length), before, after };
}
