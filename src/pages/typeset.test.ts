import assert from 'node:assert/strict';
import { test } from 'node:test';
import { markTypesetting } from './typeset.ts';

test('emphasis that holds Han characters is marked, other emphasis is not', () => {
  assert.equal(
    markTypesetting('<p><em>旧闻</em> <em>old news</em> 与 <em>the <b>新</b> one</em></p>'),
    '<p><em class="han">旧闻</em> <em>old news</em> 与 <em class="han">the <b>新</b> one</em></p>',
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
