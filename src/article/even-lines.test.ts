import assert from 'node:assert/strict';
import test from 'node:test';
import { fromHtml } from 'hast-util-from-html';
import { settleEvenLines } from './even-lines.ts';
import { eachElement } from './tree.ts';

/** Which elements of a fragment are marked, by name. */
function ragged(html: string): string[] {
  const tree = fromHtml(html, { fragment: true });
  settleEvenLines(tree);
  const found: string[] = [];
  eachElement(tree, ({ tagName, properties }) => {
    if (Array.isArray(properties.className) && properties.className[0] === 'ragged') found.push(tagName);
  });
  return found;
}

const cases: [name: string, html: string, found: string[]][] = [
  ['Chinese and short words', '<p>用 systemd 管理 services，<code>ls -l</code> 也行。</p>', []],
  ['long code', '<p>执行 <code>update_initramfs_now()</code>。</p>', ['p']],
  ['code that can be broken', '<p>执行 <code>apt-get install build-essential</code>。</p>', []],
  ['a long name across elements', '<p>见 <em>configura</em>tionmanager 一节。</p>', ['p']],
  [
    'a bare address, which is broken anywhere',
    '<p>见 <a class="address">example.org?aaaaaaaaaaaaaaaaaaa</a></p>',
    [],
  ],
  ['an address in the text', '<p>见 example.org?page=aaaaaaaaaaaaa。</p>', ['p']],
  ['an item whose inner item is long', '<ul><li>短<ul><li>update_initramfs_now</li></ul></li></ul>', ['li']],
  ['a class that was there', '<p class="caption">update_initramfs_now()</p>', ['p']],
];
for (const [name, html, found] of cases)
  test(`${name}: ${found.join() || 'even'}`, () => assert.deepEqual(ragged(html), found));
