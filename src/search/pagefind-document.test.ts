import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Heading } from '../types.ts';
import { pagefindDocument } from './pagefind-document.ts';

const FIELDS = {
  path: '2013/08/1.html',
  title: 'A & B',
  authors: ['小王', 'O"Neil'],
  time: { iso: '2013-08-01', date: '2013-08-01', clock: null, epoch: 0 },
};
const heading = (text: string, depth = 2): Heading => ({ depth, id: `h-${text}`, text, recovered: false });
const bodyOf = (passages: string[], headings: Heading[], share = Number.MAX_SAFE_INTEGER): string =>
  /<div id="text">([\s\S]*)<\/div>/.exec(pagefindDocument(FIELDS, { passages, headings }, share).html)?.[1] ??
  '';

test('a document carries title, author and date as readers ask for them', () => {
  const { html, url, chars } = pagefindDocument(FIELDS, { passages: [], headings: [] }, 10);
  assert.equal(url, '2013/08/1.html');
  assert.equal(chars, 5);
  assert.match(html, /^<html lang="zh-Hans">/);
  assert.match(html, /<h1 data-pagefind-meta="title">A &amp; B<\/h1>/);
  assert.match(html, /data-pagefind-filter="year:2013" data-pagefind-meta="date:2013-08-01"/);
  assert.match(
    html,
    /data-pagefind-meta="author"><span data-pagefind-filter="author">小王<\/span>、<span data-pagefind-filter="author">O&quot;Neil</,
  );
});

test('headings keep their level and their id, lines of code become one text', () => {
  assert.equal(
    bodyOf(['开头', '起步', '$ ls', '$ cd <x>', '结尾'], [heading('起步', 3), heading('结尾')]),
    '<p>开头</p>\n<h3 id="h-起步">起步</h3>\n<p>$ ls\n$ cd &lt;x&gt;</p>\n<h2 id="h-结尾">结尾</h2>',
  );
});

test('of headings that say the same each has its own place', () => {
  assert.equal(
    bodyOf(['注', '甲', '注', '乙'], [heading('注'), { ...heading('注'), id: 'h-2' }]),
    '<h2 id="h-注">注</h2>\n<p>甲</p>\n<h2 id="h-2">注</h2>\n<p>乙</p>',
  );
});

test('text and headings are given in their order while the share lasts', () => {
  assert.equal(
    bodyOf(['一二三四五六', '七八', '后面', '再后面'], [heading('七八'), heading('后面')], 9),
    '<p>一二三四五六</p>\n<h2 id="h-七八">七八</h2>\n<h2 id="h-后面">后</h2>',
  );
});

test('a long text is divided at the end of a sentence, else of a word', () => {
  const sentence = `${'字'.repeat(1_499)}。`;
  assert.deepEqual(bodyOf([sentence + '后'.repeat(800)], []).split('\n'), [
    `<p>${sentence}</p>`,
    `<p>${'后'.repeat(800)}</p>`,
  ]);
  const words = 'word '.repeat(600);
  assert.deepEqual(bodyOf([words.trim()], []).match(/word/g)?.length, 600);
});

test('no more is given than the share, nothing is lost within it, and no block is long', () => {
  const passage = fc.oneof(
    fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }),
    fc.string({
      unit: fc.constantFrom('字', '。', ' ', 'a', '😀', '<', '&', '\n'),
      minLength: 1,
      maxLength: 9_000,
    }),
  );
  fc.assert(
    fc.property(fc.array(passage), fc.array(fc.nat(20)), fc.nat(20_000), (passages, named, share) => {
      const headings = named.map((at) => heading(passages[at] ?? '无'));
      const { chars } = pagefindDocument({ ...FIELDS, title: '' }, { passages, headings }, share);
      assert.ok(chars <= share + 1);
      const whole = bodyOf(passages, [], Number.MAX_SAFE_INTEGER);
      const blocks = whole.split('</p>').map((block) => block.replace(/^\n?<p>/, ''));
      const plain = (text: string): string =>
        text
          .replace(/&lt;/g, '<')
          .replace(/&gt;/g, '>')
          .replace(/&quot;/g, '"')
          .replace(/&amp;/g, '&');
      assert.equal(blocks.map(plain).join(''), passages.join('\n'));
      for (const block of blocks) assert.ok(plain(block).length <= 2_000);
    }),
    { numRuns: 60 },
  );
});

test('articles of 2,000,000 characters in one piece and in as many headings are documents in a moment', {
  timeout: 10_000,
}, () => {
  bodyOf(['字'.repeat(2_000_000)], []);
  const same = Array.from({ length: 200_000 }, () => '注');
  bodyOf(
    same,
    same.map(() => heading('注')),
  );
  bodyOf(
    same,
    same.map(() => heading('无')),
  );
});

test('no half of a character is given, whether the share ends there or the source has no more', () => {
  for (let share = 0; share < 12; share++) {
    const { html } = pagefindDocument(
      FIELDS,
      { passages: ['一😀二', '😀', '三'], headings: [heading('😀')] },
      share,
    );
    assert.doesNotMatch(html, /\p{Surrogate}/u);
    assert.doesNotMatch(html, /\ufffd/);
  }
  assert.match(bodyOf(['一\ud83d二'], []), /一\ufffd二/);
});
