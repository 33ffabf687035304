import { GRAM, type UnitIndex } from './unit-index.ts';
import type { Unit } from './units.ts';

/** A stretch `[from, to)` of a blob's key, and the number of the unit that stands there; -1 for a gap, found in the blob only. */
export interface Piece {
  unit: number;
  from: number;
  to: number;
}

/** Number of units on either side of a gap that are looked at. */
export const NEAR = 8;

/** True where a unit's key has no seam at a place: the characters on both sides stand next to each other in its text. */
function isInsideWord({ positions }: Unit, at: number): boolean {
  const left = positions[at - 1];
  return left !== undefined && positions[at] === left + 1;
}

/** Numbers of up to eight living units that may stand in a gap between two others (-1 where there is none). */
export function unitsNear(index: UnitIndex, self: Unit, previous: number, next: number): number[] {
  const { units } = index;
  const found: number[] = [];
  const take = (at: number) => {
    const unit = units[at];
    if (unit && unit !== self && !unit.gone && unit.key !== '') found.push(at);
  };
  if (previous >= 0) {
    const end = Math.min(next < 0 ? units.length : next, previous + 1 + 4 * NEAR);
    for (let at = previous + 1; at < end && found.length < NEAR; at++) take(at);
  } else {
    for (let at = next - 1; at >= 0 && at >= next - 4 * NEAR && found.length < NEAR; at--) take(at);
    found.reverse();
  }
  return found;
}

/** The unit after number `last`, of any length, where it stands in the key at `at`; else -1. */
function followingUnit(self: Unit, index: UnitIndex, last: number, at: number): number {
  const [next = -1] = unitsNear(index, self, last, -1);
  const key = index.units[next]?.key ?? '';
  if (key === '' || !self.key.startsWith(key, at)) return -1;
  if (key.length >= GRAM) return next;
  // A short unit may be the beginning of a longer word: «一» is not in «一个».
  return isInsideWord(self, at) || isInsideWord(self, at + key.length) ? -1 : next;
}

/** Long units, found by their beginnings, in the article's order; short ones where they follow at once. */
function findPieces(self: Unit, index: UnitIndex): Piece[] {
  const { key } = self;
  const pieces: Piece[] = [];
  let last = -1;
  for (let at = 0, follows = -1; at < key.length; ) {
    let number = at === follows ? followingUnit(self, index, last, at) : -1;
    if (number < 0) {
      at = index.nextBeginning(key, at);
      if (at < 0) break;
      number = index.find(key, at, last);
    }
    const unit = index.units[number];
    if (!unit) at += 1;
    else {
      pieces.push({ unit: number, from: at, to: at + unit.key.length });
      last = number;
      at += unit.key.length;
      follows = at;
    }
  }
  return pieces;
}

/** Short units inside a gap, in order and as whole words, and the gaps between them. */
function fillGap(self: Unit, index: UnitIndex, gap: Piece, near: readonly number[]): Piece[] {
  const pieces: Piece[] = [];
  let from = gap.from;
  for (const number of near) {
    const key = index.units[number]?.key ?? '';
    const at = self.key.slice(from, gap.to).indexOf(key);
    // A word of two or three characters may stand in any sentence.
    if (at < 0 || (key.length < 4 && key.length < gap.to - gap.from)) continue;
    const start = from + at;
    const to = start + key.length;
    if (isInsideWord(self, start) || isInsideWord(self, to)) continue;
    if (start > from) pieces.push({ unit: -1, from, to: start });
    pieces.push({ unit: number, from: start, to });
    from = to;
  }
  if (from < gap.to) pieces.push({ unit: -1, from, to: gap.to });
  return pieces;
}

/**
 * Reads a paragraph as a run of the article's other units: pieces and gaps that cover its key from end to end.
 * None where it is no run. Time is linear in the paragraph's length.
 */
export function matchUnits(self: Unit, index: UnitIndex): Piece[] {
  const found = findPieces(self, index);
  if (found.length === 0) return [];
  const pieces: Piece[] = [];
  let before: Piece = { unit: -1, from: 0, to: 0 };
  const end: Piece = { unit: -1, from: self.key.length, to: self.key.length };
  for (const piece of [...found, end]) {
    const gap = { unit: -1, from: before.to, to: piece.from };
    if (gap.from < gap.to)
      pieces.push(...fillGap(self, index, gap, unitsNear(index, self, before.unit, piece.unit)));
    if (piece !== end) pieces.push(piece);
    before = piece;
  }
  return pieces;
}
