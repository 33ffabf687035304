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

test('an English sentence that is said in a quarter of a minute is one piece', () => {
  const text =
    'The quick brown fox jumps over the lazy dog while the engineer on duty writes down the temperature of the server room and locks the door.';
  assert.deepEqual(cut(text), [text]);
});

test('a long English sentence is cut at a clause, or between words, and never inside one', () => {
  const clause =
    'the engineer on duty writes down the temperature of the server room and then locks the door';
  const [first, ...others] = cut(`${clause}, ${clause} as he has done on every single day for many years.`);
  assert.equal(first, `${clause}, `);
  assert.equal(others.length, 1);
  const words = 'temperature engineer kernel '.repeat(30).trim();
  const pieces = cut(words);
  assert.ok(pieces.length > 2 && pieces.length < 6, `${pieces.length}`);
  for (const piece of pieces)
    assert.match(piece.trim(), /^(?:temperature|engineer|kernel)( (?:temperature|engineer|kernel))*$/);
});

test('a Latin word among Han, a number and a name with a hyphen are cut nowhere', () => {
  for (const word of ['Kubernetes', '1,048,576', 'x86-64', 'Node.js', 'don’t'])
    for (let before = 50; before < 62; before++)
      assert.ok(cut(`${'字'.repeat(before)}${word}${'字'.repeat(40)}`).some((piece) => piece.includes(word)));
});

test('pieces join to the text, none is empty or too long, and no character is cut in two', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('字', '𠮷', '。', '，', 'a', 'B', '7', '.', ' ', '”') }),
      (text) => {
        const pieces = cut(text.repeat(9));
        assert.equal(pieces.join(''), text.repeat(9));
        for (const piece of pieces) {
          assert.ok(piece.length > 0);
          const beats = Array.from(piece.replace(/[a ]{1,4}/g, '-')).length;
          assert.ok(beats <= 60, `${beats}: ${piece}`);
          assert.doesNotMatch(piece, /^[\udc00-\udfff]|[\ud800-\udbff]$/);
        }
      },
    ),
  );
});
