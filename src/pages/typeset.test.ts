import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { markTypesetting } from './typeset.ts';

test('a few Han characters of emphasis get dots; Latin, mixed and long emphasis gets none', () => {
  const long = '这一句话里的每一个字都很重要，所以全部加重';
  assert.equal(
    markTypesetting(`<p><em>旧闻</em> <em>old news</em> <em>the <b>新</b> one</em> <em>${long}</em></p>`),
    `<p><em class="han">旧闻</em> <em>old news</em> <em>the <b>新</b> one</em> <em>${long}</em></p>`,
  );
});

test('emphasis alone below a picture is its caption, in a paragraph of its own or in the picture’s', () => {
  const picture = '<a class="image" href="https://a.example/1.png" data-image="a.example"></a>';
  assert.equal(
    markTypesetting(`<p>${picture}</p>\n<p><em>图书馆</em></p>\n<p><em>正文</em></p>`),
    `<p>${picture}</p>\n<p class="caption"><em>图书馆</em></p>\n<p><em class="han">正文</em></p>`,
  );
  assert.equal(
    markTypesetting('<p><img src="1.png" alt=""><br><em>Library</em></p>'),
    '<p><img src="1.png" alt=""><br><em class="caption">Library</em></p>',
  );
});

test('emphasis below text, or with text beside it, is no caption', () => {
  for (const html of [
    '<p>字</p>\n<p><em>Library</em></p>',
    '<p><img src="1.png" alt=""></p>\n<p><em>Library</em> 在这里</p>',
    '<p><img src="1.png" alt=""></p>\n<h2>字</h2>\n<p><em>Library</em></p>',
    '<p><img src="1.png" alt=""><br>看 <em>Library</em></p>',
  ])
    assert.equal(markTypesetting(html), html);
});

test('what is wider than the characters below it stands behind them', () => {
  assert.equal(
    markTypesetting(
      '<ruby>发行版<rt>distribution</rt></ruby><ruby>机柜<rt>jīguì</rt></ruby><ruby>柜<rp>(</rp><rt>cabinet</rt><rp>)</rp></ruby>',
    ),
    '<ruby class="inline">发行版<rt>distribution</rt></ruby><ruby>机柜<rt>jīguì</rt></ruby><ruby class="inline">柜<rp>(</rp><rt>cabinet</rt><rp>)</rp></ruby>',
  );
});

test('a link whose text is an address is marked', () => {
  assert.equal(
    markTypesetting('<a href="https://a.example/" rel="external">https://a.example/</a><a href="#x">x</a>'),
    '<a class="address" href="https://a.example/" rel="external">https://a.example/</a><a href="#x">x</a>',
  );
});

test('what looks like a tag inside an attribute stays as it is', () => {
  const html = '<abbr title="<em>汉</em>><a href=>http://a.example">x</abbr>';
  assert.equal(markTypesetting(html), html);
});

test('nothing but classes is ever added', () => {
  const piece = fc.constantFrom(
    ...'<p>|</p>|<em>|</em>|<ruby>|<rt>|</rt>|</ruby>|<img src="a" alt="">|<br>|汉字|abc|\n|<a href="x">|</a>'.split(
      '|',
    ),
  );
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const html = pieces.join('');
      assert.equal(markTypesetting(html).replace(/ class="[a-z]+"/g, ''), html);
    }),
  );
});
