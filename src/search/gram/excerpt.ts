import { type Folded, originalRange } from './fold.ts';
import type { Clause } from './language.ts';
import { addMark, type Excerpt } from './marks.ts';
import { findTerm, mayStand } from './match.ts';

/** Usual length of an excerpt, and of what may stand before its first mark, in UTF-16 units. */
const LENGTH = 120;
const LEAD = 40;
const SENTENCE_END = /[。！？!?；;…]["”’」』）)]*|\.\s/g;

/** All places of the terms in a block of an article, as ranges of the original; ranges that touch are one. @param block its number */
export function marksOf(folded: Folded, clauses: readonly Clause[], block: number): [number, number][] {
  const found: [number, number][] = [];
  for (const term of clauses.flat().filter((one) => mayStand(one, block))) {
    for (let at = findTerm(folded, term); at >= 0; ) {
      found.push(originalRange(folded, at, at + term.text.length));
      at = findTerm(folded, term, at + term.text.length);
    }
  }
  found.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const marks: [number, number][] = [];
  for (const [from, to] of found) addMark(marks, from, to);
  return marks;
}

/** The sentence round the first mark, or the opening where there is none, cut to a length for lists; `…` where it is cut. */
export function excerptOf(passage: string, marks: readonly [number, number][]): Excerpt {
  const [focus, least] = marks[0] ?? [0, 0];
  let from = 0;
  for (const end of passage.slice(0, focus).matchAll(SENTENCE_END)) from = end.index + end[0].length;
  if (focus - from > LEAD) from = focus - LEAD;
  while (from < focus && /[\s\udc00-\udfff]/.test(passage[from] ?? '')) from++;
  let to = Math.min(passage.length, Math.max(from + LENGTH, least));
  if (/[\udc00-\udfff]/.test(passage[to] ?? '')) to++;
  const before = from > 0 && !/[。！？!?；;…\s]/.test(passage[from - 1] ?? '') ? '…' : '';
  const after = to < passage.length ? '…' : '';
  const shift = before.length - from;
  const inside = marks
    .filter((one) => one[0] < to && one[1] > from)
    .map((one): [number, number] => [Math.max(one[0], from) + shift, Math.min(one[1], to) + shift]);
  return { text: before + passage.slice(from, to) + after, marks: inside };
}
