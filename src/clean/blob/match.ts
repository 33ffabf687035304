import { keyPositions } from '../key.ts';
import { GRAM, type UnitIndex } from './unit-index.ts';
import type { Unit } from './units.ts';

/** A stretch `[from, to)` of a blob's key, and the number of the unit that stands there; -1 for a gap, found in the blob only. */
export interface Piece {
  unit: number;
  from: number;
  to: number;
}

/** How many units on either side of a gap are looked at. */
export const NEAR = 8;

/** True where the characters `at - 1` and `at` of a key stand next to each other in the text: no blank or mark between them. */
function isInsideWord(positions: Uint32Array, at: number): boolean {
  const left = positions[at - 1];
  return left !== undefined && positions[at] === left + 1;
}

/** Numbers of up to eight living units that may stand in a gap between units `before` and `after` (-1 where there is none). */
export function unitsNear(index: UnitIndex, self: Unit, before: number, after: number): number[] {
  const { units } = index;
  const found: number[] = [];
  const take = (at: number) => {
    const unit = units[at];
    if (unit && unit !== self && !unit.gone && unit.key !== '') found.push(at);
  };
  if (before >= 0) {
    const end = Math.min(after < 0 ? units.length : after, before + 1 + 4 * NEAR);
    for (let at = before + 1; at < end && found.length < NEAR; at++) take(at);
  } else {
    for (let at = after - 1; at >= 0 && at >= after - 4 * NEAR && found.length < NEAR; at--) take(at);
    found.reverse();
  }
  return found;
}

/** The unit after number `last`, of any length, where it stands in the key at `at`; else -1. */
function followingUnit(
  self: Unit,
  index: UnitIndex,
  last: number,
  at: number,
  positions: () => Uint32Array,
): number {
  const [next = -1] = unitsNear(index, self, last, -1);
  const key = index.units[next]?.key ?? '';
  if (key === '' || !self.key.startsWith(key, at)) return -1;
  if (key.length >= GRAM) return next;
  // A short unit may be the beginning of a longer word: «一» is not in «一个».
  return isInsideWord(positions(), at) || isInsideWord(positions(), at + key.length) ? -1 : next;
}

/** Long units, found by their beginnings, in the article's order; short ones where they follow at once. */
function findPieces(self: Unit, index: UnitIndex, positions: () => Uint32Array): Piece[] {
  const { key } = self;
  const pieces: Piece[] = [];
  let last = -1;
  for (let at = 0, follows = -1; at < key.length; ) {
    let number = at === follows ? followingUnit(self, index, last, at, positions) : -1;
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

/** Short units inside a gap, in order and as whole words. */
function fillGap(
  gap: Piece,
  near: readonly number[],
  self: Unit,
  index: UnitIndex,
  positions: Uint32Array,
): Piece[] {
  const pieces: Piece[] = [];
  let from = gap.from;
  for (const number of near) {
    const key = index.units[number]?.key ?? '';
    const at = self.key.slice(from, gap.to).indexOf(key);
    // A word of two or three characters may stand in any sentence.
    if (at < 0 || (key.length < 4 && key.length < gap.to - gap.from)) continue;
    const start = from + at;
    const to = start + key.length;
    if (isInsideWord(positions, start) || isInsideWord(positions, to)) continue;
    if (start > from) pieces.push({ unit: -1, from, to: start });
    pieces.push({ unit: number, from: start, to });
    from = to;
  }
  if (from < gap.to) pieces.push({ unit: -1, from, to: gap.to });
  return pieces;
}

/**
 * Reads a paragraph as a run of the article's other units: pieces and gaps that cover its key from end to end.
 * Nothing where it is no run. Time is linear in the paragraph's length.
 */
export function matchUnits(self: Unit, index: UnitIndex): { pieces: Piece[]; positions: Uint32Array } | null {
  let known: Uint32Array | undefined;
  const positions = () => {
    known ??= keyPositions(self.text);
    return known;
  };
  const found = findPieces(self, index, positions);
  if (found.length === 0) return null;
  const pieces: Piece[] = [];
  const gap = (from: number, to: number, before: number, after: number) => {
    if (from === to) return;
    const near = unitsNear(index, self, before, after);
    pieces.push(...fillGap({ unit: -1, from, to }, near, self, index, positions()));
  };
  let at = 0;
  let last = -1;
  for (const piece of found) {
    gap(at, piece.from, last, piece.unit);
    pieces.push(piece);
    at = piece.to;
    last = piece.unit;
  }
  gap(at, self.key.length, last, -1);
  return { pieces, positions: positions() };
}
