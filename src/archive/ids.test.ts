import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { articleId, segment, shortHash } from './ids.ts';

const idOf = (url: string) => articleId({ slug: null, id: null, url, file: 'x/y.md' });

test('the number in an address names the article', () => {
  for (const [url, id] of [
    ['https://www.huxiu.com/article/18089', '18089'],
    ['https://www.huxiu.com/article/18089/', '18089'],
    ['https://www.huxiu.com/article/18089/1.html', '18089'],
    ['https://example.org/2013/1.html', '1'],
    ['https://linux.cn/article-11198-1.html', '11198'],
    ['https://example.org/2013/08/01/449312.shtml', '449312'],
    ['https://example.org/a/449312_2.html', '449312'],
    ['https://example.org/449312/index.html', '449312'],
    ['https://example.org/show.php?id=449312', '449312'],
    ['https://example.org/?p=12', '12'],
    ['https://example.org/view?utm_source=x&newsId=77-a', '77-a'],
  ] as const)
    assert.equal(idOf(url), id, url);
});

test('a date in a segment is not the article’s number', () => {
  assert.equal(idOf('https://example.org/2013-08-01-old-news.html'), '2013-08-01-old-news');
  assert.equal(idOf('https://example.org/2013-8-1-x/'), '2013-8-1-x');
});

test('a segment of words is the name, percent-decoded, without its ending', () => {
  assert.equal(idOf('https://example.org/news/old-iron.html'), 'old-iron');
  assert.equal(idOf('https://example.org/%E6%97%A7%E9%97%BB.html'), '旧闻');
  assert.match(idOf('https://example.org/%E6%97%A'), /^e6-97-a-[0-9a-z]{22}$/);
});

test('an address that names no article leaves the file’s name', () => {
  for (const url of [
    'https://example.org/',
    'https://example.org/index.html',
    'https://example.org/article/',
  ])
    assert.equal(idOf(url), 'y', url);
  assert.equal(articleId({ slug: null, id: null, url: null, file: '2013/我的笔记.md' }), '我的笔记');
  assert.equal(articleId({ slug: null, id: null, url: null, file: '.md' }), segment('.md'));
});

test('an id of the front matter goes before everything', () => {
  assert.equal(articleId({ slug: null, id: 'a-7', url: 'https://example.org/1234', file: 'x.md' }), 'a-7');
});

test('a plain name stays as it is', () => {
  for (const name of ['18089', 'old-iron', '开眼二郎', '3q大战']) assert.equal(segment(name), name);
});

test('a name that loses something carries its hash', () => {
  for (const name of ['Old Iron', 'a.b', 'C++', '@gilbouhnick', 'ａｂｃ', '../../etc/passwd', '-x-', 'x '])
    assert.ok(segment(name).endsWith(`-${shortHash(name)}`), segment(name));
  for (const name of ['', '…', 'кириллица', '\u0000', '🙂']) assert.equal(segment(name), shortHash(name));
});

test('names with a meaning of their own to a file system or this site are not used', () => {
  for (const name of ['index', 'con', 'nul', 'aux', 'prn', 'com1', 'lpt9'])
    assert.equal(segment(name), `${name}-${shortHash(name)}`);
});

test('a name that ends as if in the hash of another does not take its path', () => {
  for (const name of ['Tom', 'tom ', 'C++', '…', 'index', '李'.repeat(80)]) {
    assert.notEqual(segment(segment(name)), segment(name), name);
    assert.match(segment(name), /^[^A-Z]+$/);
  }
});

test('names of half a character differ', () => {
  assert.notEqual(segment('\ud800'), segment('\ud801'));
});

test('names that differ in case only get segments that differ in more', () => {
  const segments = ['jane', 'Jane', 'JANE'].map((name) => segment(name).toLowerCase());
  assert.equal(new Set(segments).size, 3);
});

test('any name gives a short safe segment, and two names never share one', () => {
  const unit = fc.constantFrom(
    'a',
    'A',
    'Ａ',
    '旧',
    '𠀀',
    ' ',
    '-',
    '.',
    '/',
    '\\',
    '%',
    '\u0000',
    '\u202e',
    '1',
  );
  const name = fc.oneof(fc.string({ unit, maxLength: 80 }), fc.string({ unit: 'binary', maxLength: 80 }));
  fc.assert(
    fc.property(name, name, (a, b) => {
      assert.match(segment(a), /^[\p{Script=Han}a-z0-9]+(?:-[\p{Script=Han}a-z0-9]+)*$/u);
      // With `-` and another hash before `.html`, as for two articles of one name: 255 bytes is what file systems take.
      assert.ok(Buffer.byteLength(segment(a)) + `-${shortHash('')}.html`.length <= 255);
      if (a !== b) assert.notEqual(segment(a), segment(b));
      assert.equal(segment(a), segment(a).normalize('NFC').toLowerCase());
      if (segment(a) !== a) assert.notEqual(segment(segment(a)), segment(a));
    }),
    { examples: [['𠀀'.repeat(61), '𠀀'.repeat(62)]] },
  );
});
