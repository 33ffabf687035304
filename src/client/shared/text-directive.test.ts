import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { textDirective } from './text-directive.ts';

const TEXT = `机房里很冷，值班的人抄下温度。
值班的人锁上门；state-of-the-art, R&D, 100% 的机柜。值班的人走了。
夜里机房里很冷，灯亮着。`;

/** The directive of a string that stands in the text, its n-th place. */
function directiveOf(quote: string, nth = 0, text = TEXT): string {
  let at = text.indexOf(quote);
  for (let count = 0; count < nth; count++) at = text.indexOf(quote, at + 1);
  assert.ok(at >= 0);
  return decodeURIComponent(textDirective(text, at, at + quote.length).replaceAll('%2D', '−'));
}

const cases: [name: string, quote: string, nth: number, directive: string][] = [
  ['a clause that stands once', '值班的人抄下温度', 0, '值班的人抄下温度'],
  ['a quote with blanks around it', ' 的机柜。', 0, '的机柜。'],
  ['a quote that begins and ends inside a run of Han', '班的人锁', 0, '值-,班的人锁,-上门'],
  ['the second of two equal places', '值班的人', 1, '值班的人,-锁上门'],
  ['the third of three', '值班的人', 2, '的机柜。-,值班的人,-走了'],
  ['a start that stood before inside another word', '机房里很冷', 1, '夜里-,机房里很冷'],
  [
    'a long quote',
    '值班的人锁上门；state-of-the-art, R&D, 100% 的机柜。',
    0,
    '值班的人锁上门；,100% 的机柜。',
  ],
];
for (const [name, quote, nth, directive] of cases)
  test(`${name} is told as ${directive}`, () =>
    assert.equal(directiveOf(quote, nth), `:~:text=${directive}`));

test('signs of the syntax are escaped', () =>
  assert.equal(
    textDirective('a state-of-the-art, R&D b', 2, 23),
    ':~:text=state%2Dof%2Dthe%2Dart%2C%20R%26D',
  ));

test('nothing leads nowhere, and half a character hurts nobody', () => {
  assert.equal(textDirective('  \n ', 0, 3), '');
  assert.equal(textDirective('字\ud800', 0, 2), ':~:text=%E5%AD%97');
});

/** The first place that a directive fits, by its words: as a browser looks for it, but for the edges of words. */
function placeOf(directive: string, text: string): [from: number, to: number] | null {
  const parts = directive.replace(':~:text=', '').split(',');
  const prefix = parts[0]?.endsWith('-') ? decodeURIComponent((parts.shift() ?? '').slice(0, -1)) : '';
  const suffix = parts.at(-1)?.startsWith('-') ? decodeURIComponent((parts.pop() ?? '').slice(1)) : '';
  const [start = '', end = ''] = parts.map(decodeURIComponent);
  for (let at = text.indexOf(start); at >= 0; at = text.indexOf(start, at + 1)) {
    if (prefix && !text.slice(0, at).trimEnd().endsWith(prefix)) continue;
    const isFollowed = (to: number) => !suffix || text.slice(to).trimStart().startsWith(suffix);
    if (!end) {
      if (isFollowed(at + start.length)) return [at, at + start.length];
      continue;
    }
    for (let last = text.indexOf(end, at + start.length); last >= 0; last = text.indexOf(end, last + 1))
      if (isFollowed(last + end.length)) return [at, last + end.length];
  }
  return null;
}

test('in any text a directive fits a place that reads as the quote does, the quote itself where its line tells it apart', () => {
  const text = fc.stringMatching(/^[甲乙ab，。 \n]{1,80}$/);
  fc.assert(
    fc.property(text, fc.nat(80), fc.nat(80), (text, a, b) => {
      const [from, to] = [Math.min(a, b), Math.max(a, b)];
      const quote = text.slice(from, to).trim();
      const directive = textDirective(text, from, to);
      assert.equal(directive === '', quote === '');
      if (!quote) return;
      const place = placeOf(directive, text);
      assert.ok(place, directive);
      if (text.split('\n').length === 1 && quote.length <= 24) assert.equal(text.slice(...place), quote);
    }),
  );
});

test('a repeated text takes no time that grows with its square', () => {
  const text = '很'.repeat(400_000);
  assert.ok(textDirective(text, 200_000, 200_004).length > 0);
});
