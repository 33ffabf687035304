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

/** So long that its signature tells it from others. */
const LONG = Array.from({ length: 40 }, (_, at) => `第${at}座码头的栈桥今年修了${at * 7}米`).join('，');

/** Articles of two years, and of a month that is not over: so many of the last few are not counted. */
const archive = fc
  .array(
    fc.record({
      sentences: fc.subarray(SENTENCES, { minLength: 1, maxLength: 4 }),
      isLong: fc.boolean(),
      topics: fc.subarray(['轮渡', '养蜂']),
      isLate: fc.boolean(),
    }),
    { minLength: 2, maxLength: 60 },
  )
  .map((list) => {
    const inOrder = [...list.filter(({ isLate }) => !isLate), ...list.filter(({ isLate }) => isLate)];
    const articles = inOrder.map(({ sentences, isLong, topics, isLate }, at): Relatable => {
      const [title = '', ...own] = sentences;
      const passages = isLong ? [...own, LONG] : own;
      const day = `0${1 + (at % 3)}`;
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
  assert.ok(standing > 30, `${standing} archives that grew`);
});

test('late articles of a day that change places lead to what is found anew', () => {
  fc.assert(
    fc.property(archive, (articles) => {
      const turned = articles.toReversed().sort((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date)));
      const late = ({ date }: Relatable): boolean => date.startsWith('2020-05');
      const next = [...articles.filter((one) => !late(one)), ...turned.filter(late)];
      assert.deepEqual(relate(next, relate(articles, null).kept), relate(next, null));
    }),
    { numRuns: 200 },
  );
});

test('of many articles that share a string, those are looked at again which a late one reaches', () => {
  const articles = Array.from({ length: 440 }, (_, at): Relatable => {
    const isLate = at >= 400;
    const date = isLate
      ? `2020-05-${10 + Math.floor((at - 400) / 2)}`
      : `20${10 + Math.floor(at / 50)}-03-02`;
    // A late one has nothing of its own, so that it is the likest of all.
    const own = isLate ? '' : String.fromCharCode(0x5000 + at * 3, 0x6000 + at * 5, 0x7000 + at * 7);
    // Every eighth has the string: fewer than would make it common.
    const title = at % 8 === 0 ? `轮渡售票亭${own}` : `${own}的一天`;
    const passages = [`${title}，带着${own}的箱子，里面是${own}的东西。`];
    return { date, title, author: '林一', path: `${at}.html`, topics: [], ...termsOf({ title, passages }) };
  });
  for (const count of [401, 408, 409, 433, 440]) {
    const { kept } = relate(articles.slice(0, count), null);
    for (const next of [440, 417, 402]) {
      const now = articles.slice(0, next);
      assert.deepEqual(relate(now, kept), relate(now, null));
    }
  }
});

test('texts that were one only through a third are two when that is gone', () => {
  const made = (date: string, title: string, signature = Buffer.alloc(0)): Relatable => {
    const passages = [`${title}，${title}，${title}`];
    return {
      date,
      title,
      author: '林一',
      path: `${date}.html`,
      topics: [],
      ...termsOf({ title, passages }),
      signature,
    };
  };
  const filling = Array.from({ length: 40 }, (_, at) =>
    made(`20${10 + at}-01-01`, String.fromCharCode(0x5000 + at * 3, 0x6000 + at * 5, 0x7000 + at * 7)),
  );
  const like = (from: number, to: number) => Buffer.alloc(64).fill(1, from, to);
  const third = made('2060-05-01', '蜂场称重传感器', like(0, 0));
  const others = [
    made('2060-05-02', '轮渡售票亭', like(0, 12)),
    made('2060-05-03', '轮渡售票亭', like(52, 64)),
  ];
  const counted = [...filling, made('2055-01-01', '轮渡售票亭')];
  const find = (late: readonly Relatable[], known: KeptLists | null) => {
    const relating = new Relating([...counted, ...late], counted.length);
    const steps = relating.steps(known);
    let step = steps.next();
    while (!step.done) step = steps.next();
    return { kept: step.value, after: relating.relations.after(counted.length - 1) };
  };
  const before = find([third, ...others], null);
  assert.equal(before.after.length, 1);
  const now = find(others, before.kept);
  assert.deepEqual(now, find(others, null));
  assert.equal(now.after.length, 2);
});

test('an article of the last month of a large archive is not counted, those of a small one all are', () => {
  const dates = Array.from({ length: 5200 }, (_, at) => ({ date: at < 5100 ? '2019-12-30' : '2020-01-02' }));
  assert.equal(countedOf(dates), 5100);
  assert.equal(countedOf(dates.slice(300)), 4900);
  assert.equal(countedOf(dates.slice(0, 5100)), 5100);
  assert.equal(countedOf(dates.map(() => ({ date: '' }))), 5200);
});
