import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { countedOf, type KeptLists } from './kept-lists.ts';
import type { Relatable } from './relatable.ts';
import { Relating } from './relate.ts';
import { termsOf } from './terms.ts';

const SENTENCES = [
  '光伏屋顶的逆变器换成了微型逆变器',
  '轮渡公司把码头的售票亭撤了',
  '蜂场的蜂箱装了称重传感器',
  '老码头的栈桥要修，轮渡停航两周',
  '逆变器的效率写在铭牌上',
  '养蜂人说蜂群分蜂之前蜂箱会先轻下来',
  '邮局的分拣机认得手写的门牌号码',
  '门牌号码改用搪瓷烧成，蓝底白字',
];

/** Articles of two years, and of a month that is not over: so many of the last few are not counted. */
const archive = fc
  .array(
    fc.record({
      sentences: fc.subarray(SENTENCES, { minLength: 1, maxLength: 4 }),
      topics: fc.subarray(['轮渡', '养蜂']),
      isLate: fc.boolean(),
    }),
    { minLength: 2, maxLength: 60 },
  )
  .map((list) => {
    const inOrder = [...list.filter(({ isLate }) => !isLate), ...list.filter(({ isLate }) => isLate)];
    const articles = inOrder.map(({ sentences, topics, isLate }, at): Relatable => {
      const [title = '', ...passages] = sentences;
      const day = String(1 + (at % 28)).padStart(2, '0');
      const date = isLate ? `2020-05-${day}` : `${2010 + Math.floor(at / 8)}-03-${day}`;
      return { date, title, author: '林一', path: `${at}.html`, topics, ...termsOf({ title, passages }) };
    });
    return articles.sort((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date)));
  });

/** Finds everything, with what is known from before. */
function relate(articles: readonly Relatable[], known: KeptLists | null) {
  const late = articles.filter(({ date }) => date.startsWith('2020-05')).length;
  const relating = new Relating(articles, articles.length - late || articles.length);
  const steps = relating.steps(known);
  let step = steps.next();
  while (!step.done) step = steps.next();
  const { before, after, copies } = relating.relations;
  return { kept: step.value, lists: articles.map((_, at) => [before(at), after(at), copies(at)]) };
}

test('what is kept of an archive, some late articles more or less, leads to what is found anew', () => {
  let standing = 0;
  fc.assert(
    fc.property(archive, fc.array(fc.boolean(), { maxLength: 60 }), (articles, isThere) => {
      const earlier = articles.filter(({ date }, at) => !date.startsWith('2020-05') || (isThere[at] ?? true));
      const { kept } = relate(earlier, null);
      const next = relate(articles, JSON.parse(JSON.stringify(kept)));
      assert.deepEqual(next, relate(articles, null));
      if (earlier.length < articles.length) standing++;
      // The other way round late articles are gone.
      assert.deepEqual(relate(earlier, next.kept), relate(earlier, null));
    }),
    { numRuns: 300 },
  );
  assert.ok(standing > 100, `${standing} archives that grew`);
});

test('an article of the last month of a large archive is not counted, those of a small one all are', () => {
  const dates = Array.from({ length: 5200 }, (_, at) => ({ date: at < 5100 ? '2019-12-30' : '2020-01-02' }));
  assert.equal(countedOf(dates), 5100);
  assert.equal(countedOf(dates.slice(300)), 4900);
  assert.equal(countedOf(dates.slice(0, 5100)), 5100);
  assert.equal(countedOf(dates.map(() => ({ date: '' }))), 5200);
});
