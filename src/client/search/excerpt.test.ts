import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { addMark, type Excerpt } from '../../search/gram/marks.ts';
import { excerptAround, unescapeText } from './excerpt.ts';

const at = (...positions: number[]) => positions.map((position) => ({ at: position, score: 1 }));
const marked = ({ text, marks }: Excerpt) => marks.map(([from, to]) => text.slice(from, to));

test('marks that touch become one', () => {
  const excerpt = excerptAround(['谈', '人工', '智能', '的', '机会'], at(1, 2));
  assert.deepEqual(excerpt, { text: '谈人工智能的机会', marks: [[1, 5]] });
});

test('marks with a word or a space between stay apart', () => {
  assert.deepEqual(marked(excerptAround(['人工', '的', '智能'], at(0, 2))), ['人工', '智能']);
  assert.deepEqual(marked(excerptAround(['Node ', 'js'], at(0, 1))), ['Node', 'js']);
});

test('the space after a word is not marked', () => {
  assert.deepEqual(marked(excerptAround(['用 ', 'Python ', '写'], at(1))), ['Python']);
});

test('the excerpt begins with the sentence of its match', () => {
  const words = ['头', '一句', '。', '第二句', '讲', '电商', '。'];
  assert.equal(excerptAround(words, at(5)).text, '第二句讲电商。');
});

test('a sentence that began long before is cut with an ellipsis, and so is a long end', () => {
  const words = Array.from({ length: 200 }, (_, index) => `词${index}`);
  const { text } = excerptAround(words, at(100));
  assert.match(text, /^…词90词91.*词100.*…$/);
});

test('the stretch with most matches wins', () => {
  const words = Array.from({ length: 300 }, (_, index) => `词${index}`);
  assert.deepEqual(marked(excerptAround(words, at(3, 200, 202))), ['词200', '词202']);
});

test('what stands above the text is not quoted', () => {
  const excerpt = excerptAround(['标题', '电商', '. ', '正文', '里', '没有'], at(1), 3);
  assert.deepEqual(excerpt, { text: '正文里没有', marks: [] });
});

test('the full stop put after a Chinese block is taken away, after Latin it stays', () => {
  assert.equal(excerptAround(['小标题', '. ', '电商'], at(2)).text, '电商');
  assert.equal(excerptAround(['电商', '. ', '正文'], at(0)).text, '电商 正文');
  assert.equal(excerptAround(['the ', 'end', '. ', 'more'], at(0)).text, 'the end. more');
});

test('escaped angle brackets are text again, and nothing else is touched', () => {
  assert.equal(unescapeText('a&lt;b&gt; &amp; &quot; &#60;'), 'a<b> &amp; &quot; &#60;');
});

test('a text without words gives an empty excerpt', () => {
  assert.deepEqual(excerptAround([''], []), { text: '', marks: [] });
  assert.deepEqual(excerptAround([], at(4)), { text: '', marks: [] });
});

test('added marks ascend, never touch, and are never empty', () => {
  const ranges = fc.array(fc.tuple(fc.nat(5), fc.nat(5)));
  fc.assert(
    fc.property(ranges, (steps) => {
      const marks: [number, number][] = [];
      let position = 0;
      for (const [gap, length] of steps) {
        addMark(marks, position + gap, position + gap + length);
        position += gap + length;
      }
      const covered = steps.reduce((sum, [, length]) => sum + length, 0);
      assert.equal(
        marks.reduce((sum, [from, to]) => sum + to - from, 0),
        covered,
      );
      for (const [index, [from, to]] of marks.entries()) {
        assert.ok(from < to);
        const next = marks[index + 1];
        if (next) assert.ok(to < next[0]);
      }
    }),
  );
});
