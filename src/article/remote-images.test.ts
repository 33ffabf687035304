import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fromHtml } from 'hast-util-from-html';
import { reading } from '../locales/zh-Hans.ts';
import { toHtml } from './markdown.ts';
import { deferRemoteImages } from './remote-images.ts';

const deferred = (html: string): string => {
  const tree = fromHtml(html, { fragment: true });
  deferRemoteImages(tree, reading.picture);
  return toHtml(tree);
};

test('a picture of another host becomes a link with its description as text and its host as data', () => {
  const html = deferred('<p><img src="https://www.a.example/x.png" alt="图一" width="640" height="360"></p>');
  assert.match(html, /^<p><a class="image" href="https:\/\/www\.a\.example\/x\.png"/);
  assert.match(html, /data-image="a\.example"/);
  assert.match(html, /data-width="640" data-height="360"/);
  assert.match(html, /aria-label="图片：图一，a\.example">图一<\/a><\/p>$/);
});

test('a picture inside a link moves behind it, so that no link holds a link', () => {
  const html = deferred(
    '<p><a href="https://b.example/"><img src="https://a.example/x.png" alt="图"></a>后文</p>',
  );
  assert.match(
    html,
    /^<p><a href="https:\/\/b\.example\/"><span>图<\/span><\/a><a class="image"[^>]*><\/a>后文<\/p>$/,
  );
});

test('a link that held only an undescribed picture shows its own address, which is no text of the article', () => {
  const html = deferred('<a href="https://b.example/"><img src="https://a.example/x.png" alt=""></a>');
  assert.match(
    html,
    /<a href="https:\/\/b\.example\/"><span data-skip="">https:\/\/b\.example\/<\/span><\/a><a class="image"/,
  );
});

test('a picture of the page itself stays a picture', () => {
  const html = '<p><img src="data:image/png;base64,AAAA" alt=""></p>';
  assert.equal(deferred(html), html);
});
