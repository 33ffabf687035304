import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Relations } from '../archive/relations.ts';
import type { Relatable } from './relatable.ts';
import { Relating } from './relate.ts';
import { termsOf } from './terms.ts';

const relate = (articles: readonly Relatable[]): Relations => new Relating(articles).relations;

/** An article of our own words. */
function article(date: string, title: string, text: string, author = '林一'): Relatable {
  const passages = text.split('\n');
  return { date, title, author, path: `${date}/${title}.html`, topics: [], ...termsOf({ title, passages }) };
}

const SOLAR =
  '光伏屋顶的逆变器换成了微型逆变器，每块光伏板自己逆变，坏一块不影响别的光伏板。\n逆变器的效率写在铭牌上，光伏板朝南，冬天的光伏产出只有夏天的三成。';
const FERRY =
  '轮渡公司把码头的售票亭撤了，乘客扫码登船。\n老码头的栈桥要修，轮渡停航两周，登船的乘客改走新码头的栈桥。';
const BEES =
  '蜂场的蜂箱装了称重传感器，蜂群采蜜的日子蜂箱每天重两公斤。\n养蜂人说蜂群分蜂之前，蜂箱会先轻下来。';

/** So many articles that have nothing to do with one another or the others: an archive that tells what is rare. */
const others = (count: number): Relatable[] =>
  Array.from({ length: count }, (_, at) => {
    const own = String.fromCharCode(0x5000 + at * 3, 0x6000 + at * 5, 0x7000 + at * 7);
    const day = new Date(Date.UTC(2010, 0, 1 + at * 20)).toISOString().slice(0, 10);
    return article(day, `${own}的一天`, `${own}今天又来了，带着${own}的箱子，里面是${own}的东西。`);
  });

/** Oldest first, as the archive has them, the undated ones before. */
const inOrder = (articles: readonly Relatable[]): Relatable[] =>
  [...articles].sort((a, b) => (a.date === b.date ? (a.path < b.path ? -1 : 1) : a.date < b.date ? -1 : 1));

const titled = (archive: readonly Relatable[], positions: readonly number[]) =>
  positions.map((position) => archive[position]?.title);

test('an article finds what came before and after it in its matter, oldest first, and nothing of another', () => {
  const archive = inOrder([
    ...others(60),
    article('2011-03-01', '光伏屋顶一年记', SOLAR),
    article('2012-05-01', '轮渡改扫码登船', FERRY),
    article('2012-06-01', '光伏屋顶换逆变器', SOLAR.replace('每块', '现在每块').replace('冬天', '到了冬天')),
    article('2013-02-01', '蜂箱会说话', BEES),
    article('2013-06-01', '再看光伏屋顶的逆变器', SOLAR.split('\n').reverse().join('\n两年了。\n')),
  ]);
  const found = relate(archive);
  const at = archive.findIndex(({ title }) => title === '光伏屋顶换逆变器');
  assert.deepEqual(titled(archive, found.before(at)), ['光伏屋顶一年记']);
  assert.deepEqual(titled(archive, found.after(at)), ['再看光伏屋顶的逆变器']);
  const alone = archive.findIndex(({ title }) => title === '蜂箱会说话');
  assert.deepEqual([found.before(alone), found.after(alone)], [[], []]);
});

const LONG = Array.from(
  { length: 30 },
  (_, at) =>
    `第${at}天夜里栈桥下的水位涨到${String.fromCharCode(0x4e00 + at * 37)}字刻度，值班的人把码头的灯都打开，等轮渡靠岸。`,
).join('\n');

test('a topic in common shows articles only where both titles have a rare string, too', () => {
  const after = (titles: readonly [string, string], topics: readonly string[]): unknown => {
    const archive = inOrder([
      ...others(60),
      { ...article('2014-01-01', titles[0], `${BEES}\n青禾记下重量。`), topics },
      { ...article('2014-02-01', titles[1], `${FERRY}\n青禾记下乘客。`), topics },
    ]);
    return titled(archive, relate(archive).after(60));
  };
  assert.deepEqual(after(['蜂场的青禾', '轮渡用上青禾'], ['青禾']), ['轮渡用上青禾']);
  assert.deepEqual(after(['蜂场的青禾', '轮渡用上青禾'], []), []);
  assert.deepEqual(after(['蜂场的账本', '轮渡改扫码登船'], ['青禾', '水上', '山里']), []);
});

test('a text that stands twice is the same text, never before or after itself, and counted once among what is like another', () => {
  const archive = inOrder([
    ...others(60),
    article('2012-01-01', '码头水位', LONG, '林一'),
    article('2012-01-03', '栈桥下的水位', `转载自码头日报。\n${LONG}`, '周二'),
    article(
      '2012-03-01',
      '码头水位又涨',
      `${FERRY}\n水位又涨了，栈桥下的水位到了刻度，值班的人看着水位。\n${FERRY}`,
    ),
  ]);
  const found = relate(archive);
  const [first = -1, copy = -1, later = -1] = ['码头水位', '栈桥下的水位', '码头水位又涨'].map((title) =>
    archive.findIndex((one) => one.title === title),
  );
  assert.deepEqual([found.copies(first), found.copies(copy), found.copies(later)], [[copy], [first], []]);
  assert.ok(!found.after(first).includes(copy) && !found.before(copy).includes(first));
  assert.equal(found.before(later).length, 1);
});

test('two versions that tell of themselves in the same words are two matters', () => {
  const archive = inOrder([
    ...others(60),
    article('2012-01-01', '水位表 1.2 发布', LONG),
    article('2012-03-01', '水位表 1.3 发布', LONG),
  ]);
  const at = archive.findIndex(({ title }) => title === '水位表 1.2 发布');
  const found = relate(archive);
  assert.deepEqual(found.copies(at), []);
  assert.deepEqual(titled(archive, found.after(at)), ['水位表 1.3 发布']);
});

test('threads: a series by its numbers, versions of one thing, articles of one head, an event; each named by its titles', () => {
  const events = ['栈桥裂缝停航', '裂缝之后：栈桥裂缝谁来修', '栈桥裂缝修好一半', '栈桥裂缝查明原因'];
  const archive = inOrder([
    ...others(60),
    ...['一', '二', '四'].map((part, at) =>
      article(`2012-0${at + 1}-01`, `蜂场手记（${part}）：${BEES.slice(at, at + 3)}`, BEES.repeat(at + 1)),
    ),
    ...['1', '2', '2.5', '3'].map((version, at) =>
      article(
        `2012-0${at + 1}-02`,
        `青禾系统 ${version} 发布`,
        `青禾系统又有了新内核。${'换了界面。'.repeat(at)}`,
      ),
    ),
    ...['支架', '接线', '并网'].map((part, at) =>
      article(`2013-0${at + 1}-02`, `自家光伏屋顶：${part}`, `${part}的做法。\n${SOLAR}`),
    ),
    ...events.map((title, at) =>
      article(`2014-01-0${at + 1}`, title, `${title}。\n${FERRY}\n栈桥的裂缝在水下。`),
    ),
  ]);
  const found = relate(archive);
  assert.deepEqual(
    found.threads.map(({ kind, name, members }) => [kind, name, members.map(({ number }) => number)]),
    [
      ['series', '蜂场手记', [1, 2, 4]],
      ['headed', '自家光伏屋顶', [1, 2, 3]],
      ['releases', '青禾系统发布', [1, 2, 3, 4]],
      ['event', '栈桥裂缝', [1, 2, 3, 4]],
    ],
  );
  const [thread] = found.threads;
  for (const { position } of thread?.members ?? []) assert.equal(found.threadOf(position)?.thread, thread);
  assert.equal(new Set(found.threads.map(({ path }) => path)).size, 4);
});

test('a thread of one head keeps the numbers that its titles end in', () => {
  const parts = ['支架（二）', '接线（五）', '并网（六）'];
  const archive = inOrder([
    ...others(60),
    ...parts.map((part, at) =>
      article(`2013-0${at + 1}-02`, `自家光伏屋顶：${part}`, `${part}的做法。\n${SOLAR}`),
    ),
  ]);
  assert.deepEqual(
    relate(archive).threads.map(({ name, members }) => [name, members.map(({ number }) => number)]),
    [['自家光伏屋顶', [2, 5, 6]]],
  );
});

test('an undated article has what is like it, without before and after; a dated one never an undated', () => {
  const archive = [
    article('', '光伏屋顶一年记', SOLAR),
    ...inOrder([...others(60), article('2012-06-01', '光伏屋顶换逆变器', `${SOLAR}\n又一年。`)]),
  ];
  const found = relate(archive);
  assert.deepEqual(titled(archive, found.before(0)), ['光伏屋顶换逆变器']);
  assert.deepEqual([found.after(0), found.before(found.before(0)[0] ?? 0)], [[], []]);
});

test('whatever the archive, no article is near itself or its copies, none stands twice, and before is before', () => {
  const texts = fc.array(fc.constantFrom(...SOLAR, ...FERRY, ...BEES), { minLength: 5, maxLength: 60 });
  const archives = fc.array(
    fc.record({ text: texts.map((chars) => chars.join('')), days: fc.integer({ min: 0, max: 40 }) }),
    { maxLength: 25 },
  );
  fc.assert(
    fc.property(archives, (list) => {
      const archive = inOrder(
        list.map(({ text, days }, at) =>
          article(
            days === 0 ? '' : new Date(days * 86_400_000 * 30).toISOString().slice(0, 10),
            text.slice(0, 8),
            at % 3 ? text : LONG,
          ),
        ),
      );
      const found = relate(archive);
      for (const position of archive.keys()) {
        const copies = new Set(found.copies(position));
        const near = [...found.before(position), ...found.after(position)];
        assert.ok(!copies.has(position) && !near.includes(position));
        assert.ok(near.every((one) => !copies.has(one)) && new Set(near).size === near.length);
        if (archive[position]?.date) assert.ok(found.before(position).every((one) => one < position));
        assert.ok(found.after(position).every((one) => one > position));
      }
      assert.deepEqual(relate(archive).threads, found.threads);
    }),
    { numRuns: 60 },
  );
});

test('ten thousand articles of one text on one day are one text, in linear time', () => {
  const one = article('2012-01-01', '码头水位', LONG);
  const archive = Array.from({ length: 10_000 }, (_, at) => ({ ...one, path: `${at}.html` }));
  const before = process.cpuUsage().user;
  const found = relate(archive);
  assert.ok(process.cpuUsage().user - before < 10_000_000);
  assert.equal(found.copies(5000).length, 4);
  assert.deepEqual([found.before(5000), found.after(5000), found.threads], [[], [], []]);
});
