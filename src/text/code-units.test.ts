import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { CodeUnits } from './code-units.ts';

test('what a set keeps of a text is what its test says, asked once for each code unit', () => {
  const asked: number[] = [];
  const digits = new CodeUnits((code) => {
    asked.push(code);
    return /\d/.test(String.fromCharCode(code));
  });
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('1', '2', '十', 'a', ' ', '\ud83d') }), (text) => {
      assert.equal(digits.in(text), text.replace(/\D/g, ''));
    }),
  );
  assert.equal(new Set(asked).size, asked.length);
});
