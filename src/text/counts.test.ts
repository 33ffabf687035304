import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { countText } from './counts.ts';

const HAN = /\p{Script=Han}/gu;
const WORD = /[\p{L}\p{N}]+(?:['’._-][\p{L}\p{N}]+)*/gu;

test('Han characters and words of other scripts are counted apart', () => {
  assert.deepEqual(countText(['Node.js 20 很快，don’t panic', '𠮷野家', 'a._b']), {
    han: 5,
    words: 6,
    chars: 33,
  });
});

test('the count is that of the patterns that define it', () => {
  const text = fc
    .array(fc.constantFrom(..."aé1٣汉々〇𠮷😀\ud842\udfb7 .-_'’，…カ한"), { maxLength: 30 })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, (passage) => {
      const { han, words } = countText([passage]);
      assert.equal(han, passage.match(HAN)?.length ?? 0);
      assert.equal(words, passage.replace(HAN, ' ').match(WORD)?.length ?? 0);
    }),
    { numRuns: 2000, seed: 18089 },
  );
});
