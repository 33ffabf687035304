import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Folder } from '../files/testing.ts';
import { serve } from './serve.ts';

test('a built site is served with its home page and its 404 page; a taken port is passed over', async () => {
  using folder = new Folder();
  folder.write({ 'index.html': '<p>旧闻</p>', '404.html': '<p>没有这一页</p>', '旧/闻.html': '<p>一</p>' });
  const first = await serve(folder.dir, 18_080, false);
  const second = await serve(folder.dir, Number(new URL(first.url).port), false);
  try {
    assert.notEqual(second.url, first.url);
    for (const { url } of [first, second]) {
      assert.match(await (await fetch(url)).text(), /旧闻/);
      assert.match(await (await fetch(`${url}${encodeURI('旧/闻.html')}`)).text(), /一/);
      const missing = await fetch(`${url}a/b/c.html`);
      assert.equal(missing.status, 404);
      assert.match(await missing.text(), /没有这一页/);
    }
  } finally {
    await first.close();
    await second.close();
  }
});
