import type { Piece } from './match.ts';
import type { UnitIndex } from './unit-index.ts';
import type { Unit } from './units.ts';

/** Marks that lead on inside a sentence: what stands on both sides of one is one thought of the author's. */
const CLAUSE = /[，、；：,;:]/;
const OPENING = /[“‘「『《〈（(【[]/;
const CLOSING = /[”’」』》〉）)】\]]/;
const SENTENCE_END = /[。！？…!?.][”’」』）)]*$/;

/** Characters looked at for the marks at a unit's ends. */
const MARKS = 16;

const headMarks = (unit: Unit | undefined): string =>
  (/^[^\p{L}\p{N}]*/u.exec(unit?.text.slice(0, MARKS) ?? '')?.[0] ?? '').replace(/\s/g, '');
const tailMarks = (unit: Unit | undefined): string =>
  (/[^\p{L}\p{N}]*$/u.exec(unit?.text.slice(-MARKS) ?? '')?.[0] ?? '').replace(/\s/g, '');

/** True where a paragraph may break off after a unit: it ends a sentence, or is no sentence at all. */
const isWhole = ({ node, text }: Unit): boolean =>
  node.type !== 'paragraph' || SENTENCE_END.test(text.trimEnd());

/**
 * True where every seam of a run is the end of one text and the beginning of another. Not at a clause's edge, as in a
 * sentence that quotes («条例规定：“…”，又规定：“…”») or takes a lead up again.
 */
export function hasCleanSeams(self: Unit, pieces: readonly Piece[], index: UnitIndex): boolean {
  const { text, positions } = self;
  for (let at = 1; at < pieces.length; at++) {
    const [before, after] = [pieces[at - 1], pieces[at]];
    if (!before || !after) continue;
    const [left, right] = [index.units[before.unit], index.units[after.unit]];
    const raw = text.slice((positions[before.to - 1] ?? 0) + 1, positions[after.from] ?? text.length);
    let marks = raw.replace(/\s/g, '');
    const [tail, head] = [tailMarks(left), headMarks(right)];
    if (tail && marks.startsWith(tail)) marks = marks.slice(tail.length);
    if (head && marks.endsWith(head)) marks = marks.slice(0, -head.length);
    if (CLAUSE.test(marks)) return false;
    if (right && OPENING.test(marks)) return false;
    if (left && CLOSING.test(marks)) return false;
    const isApart = /\s/.test(raw) || SENTENCE_END.test(raw.trimEnd());
    // Words between two units stand after the end of the first; words before all units, apart from them.
    if (left && !right && !isApart && !isWhole(left)) return false;
    if (!left && right && at === 1 && !isApart) return false;
  }
  return true;
}
