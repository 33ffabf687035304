import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { parseQuery } from './language.ts';
import { foldPage, verify } from './verify.ts';

/** The excerpts of an article of some passages for a query. */
const excerpts = (query: string, ...passages: string[]) => {
  const page = { title: '题目', author: '作者', tags: [], passages };
  return (verify(foldPage(page), parseQuery(query)) ?? assert.fail('no match')).excerpts;
};
const FAR = '这是凑长度的一段话，'.repeat(30);

test('strings that stand far apart in one passage are each seen', () => {
  const found = excerpts('紫藤 机柜', `紫藤开了，${FAR}机柜亮着。`);
  assert.equal(found.length, 2);
  assert.match(found[0]?.text ?? '', /^紫藤开了/);
  assert.match(found[1]?.text ?? '', /机柜亮着。$/);
});

test('strings that stand together are one excerpt', () =>
  assert.equal(excerpts('紫藤 机柜', '紫藤开在机柜旁。', '机柜亮着。').length, 1));

test('what the title shows needs no excerpt of its own', () =>
  assert.equal(excerpts('题目 机柜', '机柜亮着。', FAR, '这个题目不好。').length, 1));

test('no cut falls inside a word of letters', () => {
  const words = 'kubernetes deployment configuration '.repeat(20);
  const [found] = excerpts('机柜', `${words}机柜 ${words}`);
  assert.match(found?.text ?? '', /^…(kubernetes|deployment|configuration) /);
  assert.match(found?.text ?? '', /(kubernetes|deployment|configuration)…$/);
});

test('every string of a query is marked somewhere in a hit', () => {
  const words = ['紫藤', '机柜', '温度', 'docker', '风扇'];
  fc.assert(
    fc.property(
      fc.shuffledSubarray(words, { minLength: 1 }),
      fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 5, maxLength: 5 }),
      fc.boolean(),
      (query, gaps, apart) => {
        const pieces = words.map((word, at) => ` ${word} ${'字'.repeat(gaps[at] ?? 0)}`);
        const found = excerpts(query.join(' '), ...(apart ? pieces : [pieces.join('')]));
        const marked = new Set(
          found.flatMap(({ text, marks }) => marks.map(([from, to]) => text.slice(from, to))),
        );
        // Words that stand together as they were typed are one mark.
        for (const word of query)
          assert.ok(
            [...marked].some((text) => text.includes(word)),
            `${word} of ${query.join(' ')}`,
          );
      },
    ),
    { examples: [[['docker', '风扇'], [0, 0, 0, 0, 0], false]] },
  );
});
