import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { TimeSlice } from './time-slice.ts';

/** Keeps this process busy until a turn is over. */
function work(slice: TimeSlice): void {
  const began = performance.now();
  while (!slice.isOver()) assert.ok(performance.now() - began < 5_000, 'a turn never ends');
}

test('a turn ends after a while, and the next one begins when others have had theirs', async () => {
  const slice = new TimeSlice();
  const began = performance.now();
  work(slice);
  assert.ok(performance.now() - began > 5, 'a turn is worth its change');
  let others = 0;
  const other = setImmediate().then(() => others++);
  await slice.next();
  assert.equal(others, 1);
  assert.equal(slice.isOver(), false);
  await other;
});

test('work that is not wanted any more ends at its next turn, with the reason', async () => {
  const stop = new AbortController();
  const slice = new TimeSlice(stop.signal);
  await slice.next();
  const next = slice.next();
  stop.abort(new Error('first failure'));
  await assert.rejects(next, /first failure/);
});
