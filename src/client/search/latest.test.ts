import assert from 'node:assert/strict';
import test from 'node:test';
import { Latest } from './latest.ts';

/** A task that ends when told to. */
function task<T>() {
  let resolve: (value: T) => void = () => undefined;
  let reject: (cause: unknown) => void = () => undefined;
  const promise = new Promise<T>((done, failed) => {
    resolve = done;
    reject = failed;
  });
  return { run: () => promise, resolve, reject };
}

test('a newer task aborts the older one, whose answer is dropped even when it comes last', async () => {
  const latest = new Latest();
  const seen: string[] = [];
  const [older, newer] = [task<string>(), task<string>()];
  let aborted = false;
  const first = latest.run(
    (signal) => {
      signal.addEventListener('abort', () => {
        aborted = true;
      });
      return older.run();
    },
    (value) => seen.push(value),
    () => seen.push('failed'),
  );
  const second = latest.run(
    newer.run,
    (value) => seen.push(value),
    () => seen.push('failed'),
  );
  assert.equal(aborted, true);
  newer.resolve('newer');
  older.resolve('older');
  await Promise.all([first, second]);
  assert.deepEqual(seen, ['newer']);
});

test('a failure is reported, unless nobody waits for it any more', async () => {
  const latest = new Latest();
  const seen: unknown[] = [];
  const note = (cause: unknown) => seen.push(cause);
  await latest.run(() => Promise.reject('broken'), note, note);
  const dropped = task<string>();
  const running = latest.run(dropped.run, note, note);
  latest.cancel();
  dropped.reject('late');
  await running;
  assert.deepEqual(seen, ['broken']);
});
