import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { otherNames, readAliases } from './aliases.ts';
import { frequentWords, wordsOfTwo } from './frequent-words.ts';
import { inHan } from './in-han.ts';
import { PinyinTable, writePinyinTable } from './pinyin-table.ts';
import { pronounce } from './pronounce.ts';
import { spokenWords } from './spoken-words.ts';
import { isPinyin, plainPinyin } from './syllables.ts';
import { writeAliases } from './write-aliases.ts';

const WORDS = ['微信', '华为', '手机', '绿色', '内核', '重庆', '银行', '西安', '先锋', '维修', '数据库'];
const table = new PinyinTable(writePinyinTable(WORDS.flatMap((word) => pronounce(word) ?? [])));

for (const [typed, expected] of [
  ['weixin', ['微信']],
  ['wei xin', ['微信']],
  ["Wei'Xin", ['微信']],
  ['wēixìn', ['微信']],
  ['lvse', ['绿色']],
  ['lüse', ['绿色']],
  ['lǜ sè', ['绿色']],
  ['chongqing', ['重庆']],
  ['yinhang', ['银行']],
  ["xi'an", ['西安']],
  ['huawei shouji', ['华为 手机']],
  ['huaweishouji', ['华为 手机']],
  ['linux neihe', ['linux 内核']],
  ['wx', ['微信', '维修']],
  ['sjk', ['数据库']],
  ['weixinx', []],
  ['linux', []],
  ['微信', []],
  ['"weixin"', []],
  ['weixin2', []],
  ['', []],
] as const)
  test(`«${typed}» is read as ${expected.join(', ') || 'no pinyin'}`, async () =>
    assert.deepEqual(await inHan(typed, async () => table), expected));

test('the table is asked for only by what can be pinyin', async () => {
  const refuse = () => Promise.reject(new Error('loaded'));
  for (const query of ['docker', 'kubernetes', 'Script', 'ls -l', '内核', '2018', 'x'.repeat(10_000)])
    assert.deepEqual(await inHan(query, refuse), []);
  await assert.rejects(inHan('weixin', refuse), /loaded/);
});

test('every word is found by its syllables, written together or apart', () =>
  fc.assert(
    fc.asyncProperty(fc.constantFrom(...WORDS), fc.constantFrom('', ' ', "'"), async (word, between) => {
      const typed = pronounce(word)?.syllables.join(between) ?? assert.fail(word);
      assert.ok(isPinyin(plainPinyin(typed) ?? ''));
      assert.ok((await inHan(typed, async () => table)).includes(word));
    }),
  ));

test('whatever is typed is answered, in time', async () => {
  for (const query of ['a'.repeat(40), 'na'.repeat(20), 'a '.repeat(5000), 'wei'.repeat(5000)])
    assert.ok((await inHan(query, async () => table)).length <= 3);
});

test('initials of many words mean none of them', async () => {
  const many = ['微信', '维修', '无线', '网线'].flatMap((word) => pronounce(word) ?? []);
  const crowded = new PinyinTable(writePinyinTable(many));
  assert.deepEqual(await inHan('wx', async () => crowded), []);
});

test('a surname is said as one', () => {
  assert.deepEqual(pronounce('单田芳', true)?.syllables, ['shan', 'tian', 'fang']);
  assert.equal(pronounce('John 单'), null);
});

test('words that the dictionary does not know are those whose pieces keep together', () => {
  const titles = [
    '微信支付',
    '微信红包',
    '登录微信',
    '数据库入门',
    '换一个数据库',
    '数据库备份',
    '数据',
    '华美',
  ];
  const words = new Map(frequentWords(titles));
  assert.equal(words.get('微信'), 3);
  assert.equal(words.get('数据库'), 3);
  assert.equal(words.has('据库'), false);
  const counts = { 内核: 4, 核心: 3, 中国: 9, 的核: 3, 内: 90, 核: 7, 心: 80, 中: 95, 国: 60, 的: 99 };
  const found = wordsOfTwo(new Map(Object.entries(counts))).map(([word]) => word);
  assert.deepEqual(found.sort(), ['中国', '内核', '核心', '的核']);
  assert.deepEqual(wordsOfTwo(new Map([['鱻麤', 2]])), []);
});

test('names stay in a table that has no room for all words, and the commonest word of a sound comes first', () => {
  const words = Array.from({ length: 7000 }, (_, at): [string, number] => [
    String.fromCodePoint(0x4e00 + (at % 80), 0x4e00 + Math.floor(at / 80)),
    2,
  ]);
  const spoken = spokenWords({
    authors: [['单田芳', 1]],
    topics: [['维新', 1]],
    words: [...words, ['微信', 9]],
  });
  const full = new PinyinTable(writePinyinTable(spoken));
  assert.ok(full.words('shantianfang').includes('单田芳'));
  assert.deepEqual(full.words('weixin').slice(0, 2), ['微信', '维新']);
});

const aliases = readAliases(
  writeAliases([
    ['Google', '谷歌', '谷歌公司'],
    ['Apple', '苹果公司', 'APPLE'],
    ['Go', 'golang'],
    ['腾讯', 'Tencent', '微信'],
    ['微信', 'WeChat'],
    ['只有一个'],
    ['行\n换', 'a\tb'],
  ]),
);
for (const [query, expected] of [
  ['谷歌', ['Google', '谷歌公司']],
  ['GOOGLE', ['谷歌', '谷歌公司']],
  ['谷歌浏览器', ['Google浏览器', '谷歌公司浏览器']],
  ['"谷歌公司" 搜索', ['"Google" 搜索', '"谷歌" 搜索']],
  ['apple', ['苹果公司']],
  ['pineapple', []],
  ['go 语言', ['golang 语言']],
  ['mongo', []],
  ['微信', ['腾讯', 'Tencent', 'WeChat']],
  ['只有一个', []],
  ['İ 谷歌', []],
  ['', []],
] as const)
  test(`«${query}» is also ${expected.join(', ') || 'nothing else'}`, () =>
    assert.deepEqual(otherNames(query, aliases), expected));

test('names keep to their line, whatever is in them', () => {
  assert.deepEqual(aliases.at(-1), ['行 换', 'a b']);
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.string({ unit: 'binary' }), { maxLength: 4 })),
      fc.string(),
      (names, query) => {
        const read = readAliases(writeAliases(names));
        assert.ok(read.every((line) => line.length > 1));
        otherNames(query, read);
      },
    ),
  );
});
