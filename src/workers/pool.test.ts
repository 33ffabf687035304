import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Folder } from '../files/testing.ts';
import { MemoryMeter } from './memory.ts';
import { batches, inWorkers } from './pool.ts';

test('batches keep every item in order, full but for the last', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.integer({ min: 1, max: 10 }), (items, size) => {
      const cut = [...batches(items, size)];
      assert.deepEqual(cut.flat(), items);
      assert.ok(cut.slice(0, -1).every((batch) => batch.length === size));
      assert.ok(cut.every((batch) => batch.length > 0 && batch.length <= size));
    }),
  );
});

test('tasks of two kinds at once are all done', async () => {
  using folder = new Folder();
  const memory = new MemoryMeter();
  const done = async (tasks: number): Promise<number> => {
    const own = Array.from({ length: tasks }, (_, at) => ({
      articles: [],
      options: { topics: [] },
      file: folder.at(`${tasks}-${at}`),
    }));
    let count = 0;
    for await (const _ of inWorkers('study', own, { workers: 2, memory }, true)) count++;
    return count;
  };
  assert.deepEqual(await Promise.all([done(5), done(1)]), [5, 1]);
  assert.equal(memory.atWork, 0);
});
