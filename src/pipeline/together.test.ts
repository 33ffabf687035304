import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { Pace } from './pace.ts';
import { together } from './together.ts';

test('the first failure stops the other jobs and is thrown when they have ended', async () => {
  let turns = 0;
  let ended = false;
  const long = async (signal: AbortSignal): Promise<void> => {
    const pace = new Pace(signal);
    try {
      for (; turns < 1000; turns++) await pace.rest();
    } finally {
      await setImmediate();
      ended = true;
    }
  };
  const failing = async (): Promise<void> => {
    await setImmediate();
    throw new Error('first');
  };
  await assert.rejects(together(long, failing), /first/);
  assert.ok(ended);
  assert.ok(turns < 1000);
});

test('jobs that succeed are all waited for', async () => {
  const done: number[] = [];
  await together(
    async () => {
      await setImmediate();
      done.push(1);
    },
    async () => {
      done.push(2);
    },
  );
  assert.deepEqual(done, [2, 1]);
});
