import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fold } from '../search/gram/fold.ts';
import { topicMatcher } from './matcher.ts';
import { shippedTopics } from './shipped.ts';
import { topicOf } from './testing.ts';
import type { Topic } from './topic.ts';

const topics = [
  topicOf('腾讯', { aliases: ['Tencent', 'QQ'] }),
  topicOf('C++'),
  topicOf('谷歌', { aliases: ['Google'] }),
  topicOf('Chrome', { aliases: ['Google Chrome'] }),
  topicOf('CentOS'),
  topicOf('Go', { sure: ['Golang'], context: ['编程'], except: ['go to'] }),
  topicOf('苹果', { context: ['iPhone', '手机'], except: ['苹果汁'] }),
  topicOf('a.b*', { aliases: ['(c|d)+', '$1'] }),
];
const match = topicMatcher(topics);
const found = (title: string, ...passages: string[]): string[] =>
  match({ title, passages }).map(({ topic }) => topic);

test('a title’s names give their topics, whatever their case, width and script', () => {
  assert.deepEqual(found('騰訊與谷歌'), ['腾讯', '谷歌']);
  assert.deepEqual(found('ＴＥＮＣＥＮＴ 发布'), ['腾讯']);
});

test('Latin names are whole words, also between Han characters, and a version may follow a long one', () => {
  assert.deepEqual(found('用Google搜索，QQ群'), ['腾讯', '谷歌']);
  assert.deepEqual(found('Googles 和 mygoogle 与 QQ2013'), []);
  assert.deepEqual(found('google.com/a 与 x@google 与 $google 与 google_x'), []);
  assert.deepEqual(found('CentOS7 上手'), ['CentOS']);
  assert.deepEqual(found('CentOS-based 系统'), ['CentOS']);
  assert.deepEqual(found('pdftk-centos 命令'), []);
  assert.deepEqual(found('6.CentOS 安装'), ['CentOS']);
  assert.deepEqual(found('x.centos 命令'), []);
});

test('the longest name counts: what it holds does not', () => {
  assert.deepEqual(found('Google Chrome 发布'), ['Chrome']);
});

test('signs in a name stand for themselves', () => {
  assert.deepEqual(found('学 C++ 的人'), ['C++']);
  assert.deepEqual(found('学 Cxx 的人'), []);
  assert.deepEqual(found('关于 a.b* 与 axb'), ['a.b*']);
  assert.deepEqual(found('关于 c 和 cd 的'), []);
  assert.deepEqual(found('关于 (c|d)+ 的'), ['a.b*']);
});

test('an ambiguous name needs a context word in its block, the title or the lead, and its capitals', () => {
  assert.deepEqual(found('吃苹果的好处'), []);
  assert.deepEqual(found('苹果发布新手机'), ['苹果']);
  assert.deepEqual(found('苹果的新品', '这是一部 iPhone。'), ['苹果']);
  assert.deepEqual(found('手机旁的苹果汁'), []);
  assert.deepEqual(found('Go 编程入门'), ['Go']);
  assert.deepEqual(found('编程时 go 一下'), []);
  assert.deepEqual(found('编程时 Go to 某处'), []);
});

test('an ambiguous name in a title counts where any of its context words stands in the article', () => {
  const word = fc.constantFrom('春雨', '夏日', '秋风', '冬雪');
  const sky = '甲乙丙丁';
  const agrees = fc.property(
    fc.array(fc.array(word, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 }),
    fc.array(fc.array(word, { maxLength: 2 }), { maxLength: 4 }),
    (contexts, passages) => {
      const list = contexts.map((context, at) => topicOf(`名字${sky[at]}`, { context }));
      const title = list.map(({ name }) => name).join('，');
      const given = topicMatcher(list)({
        title,
        passages: passages.map((words) => `一段，${words.join('，')}`),
      });
      const told = new Set<string>(passages.flat());
      assert.deepEqual(
        given.map(({ topic }) => topic),
        list.filter(({ context }) => context.some((one) => told.has(one))).map(({ name }) => name),
      );
    },
  );
  fc.assert(agrees);
});

test('a sure alias needs no context, and gives it to the others', () => {
  assert.deepEqual(found('用 golang 写'), ['Go']);
  assert.deepEqual(found('Go 的好处', '写了很久 Golang。'), ['Go']);
});

test('a passing mention in the text is none; one that comes again and again is one', () => {
  const filler = Array.from({ length: 9 }, (_, at) => `这是第${at}段，说的是别的事情，和谁也没有关系。`);
  assert.deepEqual(found('一篇长文', ...filler, '顺便提一句谷歌。'), []);
  const about = Array.from({ length: 6 }, (_, at) => `谷歌做了第${at}件事。`);
  assert.deepEqual(found('一篇长文', ...about, ...filler), ['谷歌']);
});

test('passages without Han are code or foreign words: their names count nothing', () => {
  assert.deepEqual(found('一篇长文', ...Array.from({ length: 9 }, () => 'sudo google --now')), []);
});

test('what the title names weighs most, and at most six topics are given', () => {
  const many = Array.from({ length: 9 }, (_, at) => topicOf(`名字${'甲乙丙丁戊己庚辛壬'[at]}`));
  const mentions = topicMatcher(many)({ title: many.map(({ name }) => name).join('，'), passages: [] });
  assert.equal(mentions.length, 6);
  const [first] = match({ title: '谷歌', passages: Array.from({ length: 7 }, () => '腾讯的事。') });
  assert.deepEqual(first, { topic: '腾讯', weight: 9 });
});

test('no topics, an empty title and lone surrogates are no trouble', () => {
  assert.deepEqual(topicMatcher([])({ title: '谷歌', passages: ['谷歌'] }), []);
  assert.deepEqual(match({ title: '', passages: [] }), []);
  assert.deepEqual(found('\ud800谷歌\udc00'), ['谷歌']);
  assert.deepEqual(
    topicMatcher([topicOf('', { aliases: [' ', '\u200b'] })])({ title: ' ', passages: [] }),
    [],
  );
});

test('a title’s topics are those that a search name by name finds', () => {
  const names = fc.stringMatching(/^[ab中文 +.]{2,4}$/).filter((name) => fold(name).trim().length >= 2);
  const agrees = fc.property(
    fc.uniqueArray(names, { selector: fold, minLength: 1, maxLength: 6 }),
    fc.stringMatching(/^[ab中文 +.]{0,24}$/),
    (list, title) => {
      const byName = list.filter((name) => standsAlone(fold(title), fold(name), list));
      const given = topicMatcher(list.map((name) => topicOf(name)))({ title, passages: [] });
      assert.deepEqual(given.map(({ topic }) => topic).sort(), byName.sort());
    },
  );
  fc.assert(agrees, { numRuns: 1000 });
});

/** Whether leftmost-longest reading of a text, place by place, takes a name. */
function standsAlone(text: string, name: string, names: readonly string[]): boolean {
  const folded = names.map(fold).sort((a, b) => b.length - a.length);
  for (let at = 0; at < text.length; ) {
    const taken = folded.find((one) => text.startsWith(one, at) && isWholeAt(text, at, one));
    if (taken === name) return true;
    at += taken?.length ?? 1;
  }
  return false;
}

/** Whether no letter goes on, written out for the letters of the property. */
function isWholeAt(text: string, at: number, name: string): boolean {
  const isLetter = (char: string | undefined): boolean => char === 'a' || char === 'b';
  const [before, after] = [text[at - 1], text[at + name.length]];
  const begins = !isLetter(name[0]) || before === undefined || (!isLetter(before) && before !== '.');
  const ends =
    !isLetter(name.at(-1)) || !(isLetter(after) || (after === '.' && isLetter(text[at + name.length + 1])));
  return begins && ends;
}

/** Articles of our own words, with the topics that a reader gives them. */
const judged: readonly (readonly [title: string, passages: string, topics: string])[] = [
  ['在树莓派上安装家庭相册', '树莓派很小。把相册放在树莓派上，家里人都能看。', '树莓派'],
  ['苹果汁的做法', '两个苹果，一勺糖。', ''],
  ['看到旧车站，我联想到童年', '火车站的钟还在走。', ''],
  ['联想发布新的笔记本', '联想说，这台电脑更轻。', '联想'],
  ['小米粥怎么熬', '水开后放小米，小火慢熬。', ''],
  ['小米手机的新系统', '雷军在发布会上说到了它。', '小米'],
  ['JavaScript 的闭包', '闭包记住它出生的地方。', 'JavaScript'],
  ['用 Java 写一个小服务', 'Java 的类多，写起来不短。', 'Java'],
  ['Let’s Go：一次旅行', '我们坐火车去海边。', ''],
  ['Rust 与 C++ 的内存', 'Rust 语言的编译器会检查借用。', 'C++ Rust'],
  ['亚马逊河的雨季', '水位涨了三米。', ''],
  ['Meta 标签怎么写', '网页的头里有 meta 标签。', ''],
  ['Mac 地址是什么', '每块网卡有一个 MAC 地址。', ''],
  ['安卓手机如何备份', '备份之前先插上电源。', 'Android'],
];

test('the shipped list reads ambiguous words as people do', () => {
  const shipped: Topic[] = shippedTopics();
  const find = topicMatcher(shipped);
  for (const [title, passages, wanted] of judged)
    assert.deepEqual(
      find({ title, passages: [passages] })
        .map(({ topic }) => topic)
        .sort()
        .join(' '),
      wanted,
      title,
    );
});

test('ten thousand names cost in proportion, also where they are nested', () => {
  const nested = Array.from({ length: 10_000 }, (_, at) =>
    topicOf(`${'a'.repeat(1 + (at % 50))}${String.fromCharCode(0x4e00 + at)}`),
  );
  const start = process.cpuUsage();
  const find = topicMatcher(nested);
  find({ title: 'a'.repeat(20_000), passages: [`中${'a'.repeat(200_000)}`] });
  const { user, system } = process.cpuUsage(start);
  assert.ok((user + system) / 1e6 < 5, `${(user + system) / 1e6} s`);
});

test('a context word of ten thousand topics costs no more than that of one', () => {
  const find = topicMatcher(
    Array.from({ length: 10_000 }, (_, at) =>
      topicOf(`名${String.fromCharCode(0x4e00 + at)}`, { context: ['系统'] }),
    ),
  );
  const passages = Array.from({ length: 10_000 }, () => '系统，系统，系统与名一。');
  const start = process.cpuUsage();
  assert.deepEqual(
    find({ title: '名丁', passages }).map(({ topic }) => topic),
    ['名一', '名丁'],
  );
  const { user, system } = process.cpuUsage(start);
  // A fraction of a second; minutes, where each place asks every topic.
  assert.ok((user + system) / 1e6 < 5, `${(user + system) / 1e6} s`);
});
