import { type Folded, originalRange } from './fold.ts';
import { addMark, type Excerpt } from './marks.ts';
import { findTerm, mayStand } from './match.ts';
import type { Clause } from './query.ts';

/** Usual length of an excerpt, and of what may stand before its first mark, in UTF-16 units. */
const LENGTH = 120;
const LEAD = 40;
const SENTENCE_END = /[。！？!?；;…]["”’」』）)]*|\.\s/g;

/** The end of a sentence before a place. */
const ENDED = /(?:[。！？!?；;…]["”’」』）)]*|\.)\s*$/;

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

/** A unit of a word that is not cut in two. */
const IN_WORD = /[\p{L}\p{N}_]/u;
const HAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
/** So far a cut is moved so that it falls between words. */
const LONGEST_WORD = 24;

/** True where a cut would fall inside a word of letters. */
function cutsWord(text: string, at: number): boolean {
  const [before, after] = [text[at - 1] ?? '', text[at] ?? ''];
  return IN_WORD.test(before) && IN_WORD.test(after) && !HAN.test(before) && !HAN.test(after);
}

/** The place of a cut moved to the nearest end of a word in a direction; as it was where the word is too long. */
function betweenWords(text: string, cut: number, step: 1 | -1): number {
  for (let moved = 0; moved <= LONGEST_WORD; moved++)
    if (!cutsWord(text, cut + moved * step)) return cut + moved * step;
  return cut;
}

/** A stretch of a passage. */
type Stretch = readonly [from: number, to: number];

/** The sentence round a place, or the opening, cut to a length for lists. */
function around(passage: string, [focus, least]: Stretch): Stretch {
  let from = 0;
  for (const end of passage.slice(0, focus).matchAll(SENTENCE_END)) from = end.index + end[0].length;
  if (focus - from > LEAD) from = betweenWords(passage, focus - LEAD, -1);
  while (from < focus && /[\s\udc00-\udfff]/.test(passage[from] ?? '')) from++;
  let to = Math.min(passage.length, Math.max(from + LENGTH, least));
  to = betweenWords(passage, to, 1);
  if (/[\udc00-\udfff]/.test(passage[to] ?? '')) to++;
  return [from, to];
}

/**
 * Excerpts of a passage in which each of some strings can be seen: the sentence round the first of them, or the opening where there is none, and
 * another one for each string that does not stand in those before it; `…` where one is cut.
 * @param marks all that is to be marked @param places of each of the strings, ascending
 */
export function excerptsOf(
  passage: string,
  marks: readonly Stretch[],
  places: readonly (readonly Stretch[])[],
): Excerpt[] {
  const stretches: Stretch[] = [];
  const isSeen = (one: Stretch) => stretches.some(([from, to]) => one[0] >= from && one[1] <= to);
  for (const own of places.toSorted((a, b) => (a[0]?.[0] ?? 0) - (b[0]?.[0] ?? 0))) {
    const [first] = own;
    if (first && !own.some(isSeen)) stretches.push(around(passage, first));
  }
  if (stretches.length === 0) stretches.push(around(passage, [0, 0]));
  return stretches.map((stretch) => cut(passage, stretch, marks));
}

function cut(passage: string, [from, to]: Stretch, marks: readonly Stretch[]): Excerpt {
  const before = from > 0 && !ENDED.test(passage.slice(Math.max(0, from - 4), from)) ? '…' : '';
  const after = to < passage.length ? '…' : '';
  const shift = before.length - from;
  const inside = marks
    .filter((one) => one[0] < to && one[1] > from)
    .map((one): [number, number] => [Math.max(one[0], from) + shift, Math.min(one[1], to) + shift]);
  return { text: before + passage.slice(from, to) + after, marks: inside };
}
