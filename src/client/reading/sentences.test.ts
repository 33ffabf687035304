import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { sentencesOf } from './sentences.ts';

const cut = (text: string) => sentencesOf(text).map(([from, to]) => text.slice(from, to));

test('a sentence ends with its sign and what closes behind it, and not inside a number', () => {
  assert.deepEqual(cut('他说：“锁门。”然后走了！Node 20.19 很稳. 再见'), [
    '他说：“锁门。”',
    '然后走了！',
    'Node 20.19 很稳.',
    ' 再见',
  ]);
  assert.deepEqual(cut(''), []);
});

test('a long sentence is cut at a comma', () => {
  const text = `${'很长的话'.repeat(12)}，${'还没有完'.repeat(12)}`;
  assert.deepEqual(
    cut(text).map((piece) => piece.length),
    [49, 48],
  );
});

test('pieces join to the text, none is empty or too long, and no character is cut in two', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('字', '𠮷', '。', '，', 'a', '.', ' ', '”') }), (text) => {
      const pieces = cut(text.repeat(9));
      assert.equal(pieces.join(''), text.repeat(9));
      for (const piece of pieces) {
        assert.ok(piece.length > 0 && piece.length <= 60);
        assert.doesNotMatch(piece, /^[\udc00-\udfff]|[\ud800-\udbff]$/);
      }
    }),
  );
});
