import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { packNumbers, unpackNumbers } from './packed-numbers.ts';

test('numbers come back as they were, and need no escape in a script', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.integer({ min: -200, max: 200 }), fc.integer())), (numbers) => {
      const packed = packNumbers(numbers);
      assert.match(packed, /^[0-~]*$/);
      assert.doesNotMatch(packed, /['"\\]/);
      assert.deepEqual(unpackNumbers(packed), numbers);
    }),
  );
});

test('small numbers take one character', () => {
  assert.equal(packNumbers([0, 1, -1, 16, -17]).length, 5);
});
