import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nextMark } from './next-mark.ts';

/** Days of three weeks, a column each: Monday to Wednesday, Tuesday, Monday and Tuesday. */
const DAYS = [
  { x: 0, y: 0 },
  { x: 0, y: 12 },
  { x: 0, y: 24 },
  { x: 12, y: 12 },
  { x: 24, y: 0 },
  { x: 24, y: 12 },
];
const walk = (keys: string[], from: number, hasColumns = true) => {
  const way: (number | null)[] = [];
  let at = from;
  for (const key of keys) {
    const next = nextMark(DAYS, at, key, hasColumns);
    way.push(next);
    at = next ?? at;
  }
  return way;
};

test('left and right lead to the same day of another week, or the nearest there is; up and down from day to day', () => {
  assert.deepEqual(walk(['ArrowRight', 'ArrowRight', 'ArrowRight'], 1), [3, 5, null]);
  // Monday of the week after next is nearer than Tuesday of the next.
  assert.deepEqual(walk(['ArrowRight', 'ArrowLeft'], 0), [4, 0]);
  assert.deepEqual(walk(['ArrowDown', 'ArrowDown', 'ArrowUp'], 2), [3, 4, 3]);
  assert.deepEqual(walk(['ArrowUp', 'End', 'ArrowDown', 'Home'], 0), [null, 5, null, 0]);
});

test('in a row of bars up and down stay with the page, as do other keys', () => {
  assert.deepEqual(walk(['ArrowUp', 'ArrowDown', 'Enter', 'a'], 3, false), [null, null, null, null]);
});
