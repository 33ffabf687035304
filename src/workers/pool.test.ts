import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { batches } from './pool.ts';

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
