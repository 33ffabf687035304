import assert from 'node:assert/strict';
import { test } from 'node:test';
import { markHanEmphasis } from './emphasis.ts';

test('emphasis that holds Han characters is marked, other emphasis is not', () => {
  assert.equal(
    markHanEmphasis('<p><em>旧闻</em> <em>old news</em> 与 <em>the <b>新</b> one</em></p>'),
    '<p><em class="han">旧闻</em> <em>old news</em> 与 <em class="han">the <b>新</b> one</em></p>',
  );
});
