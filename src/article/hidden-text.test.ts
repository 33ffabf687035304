import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { reading } from '../locales/zh-Hans.ts';
import { hiddenText } from './hidden-text.ts';
import { readArticle } from './read.ts';
import { damaged, damages, lostHan, withForeignBytes } from './testing/damages.ts';

const options = {
  lineBreaks: 'auto' as const,
  timeZone: 'Asia/Shanghai',
  cleanOff: [],
  images: 'load' as const,
  strings: reading,
};
const HEAD = '---\ntitle: 题\ntime: 2013-08-01 07:11\n---\n';

function read(text: string | Uint8Array) {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const { article } = readArticle(bytes, 'a/b.md', options);
  assert.ok(article);
  return article;
}
const hidden = (text: string) =>
  read(text).repairs.flatMap(({ rule, before, after }) =>
    rule === 'hidden-text' && after === '' ? [before] : [],
  );

/** An article of our own with most of what Markdown has. */
const ARTICLE = `---
title: 山城邮差的早班车
url: https://example.org/2013/08/30218.html
name: 林小满
time: 2013-08-01 07:11
tags: [邮政, 山城]
---
清晨五点，邮差把自行车推出院门。他的包里有三十七封信[^1]，最远的一封要送到水库对岸。

## 上坡的路

- 先到**粮站**，再到[学校](https://example.org/s "村小")；
- 然后过桥。

> 有人说：“车链子响，信就到了。”

\`\`\`js
// 记录里程
const km = 37;
\`\`\`

| 站 | 信 |
| - | - |
| 桥头 | 九封 |

<p>下午三点，雨停了。<br>他在<b>渡口</b>等船。</p>

![渡口的船](https://example.org/p.jpg "夏天")

[^1]: 其中两封没有写地址。
`;

/** Numbers from 0 to below 1, always the same. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

test('an undamaged article loses nothing and has no line about it', () => {
  assert.equal(lostHan(read(ARTICLE), ARTICLE), '');
  assert.deepEqual(read(ARTICLE).repairs, []);
});

test('no Han character of a damaged article is lost without a line', () => {
  const random = randomFrom(18089);
  for (let round = 0; round < 2; round++)
    for (const { name, text } of [
      ...damages(ARTICLE, random),
      ...Array.from({ length: 30 }, () => damaged(ARTICLE, random, 3)),
    ])
      assert.equal(lostHan(read(text), text), '', `${name}\n${text}`);
  for (let round = 0; round < 20; round++) {
    const article = read(withForeignBytes(ARTICLE, random));
    assert.equal(lostHan(article, article.source), '');
    assert.ok(article.problems.some(({ rule }) => rule === 'encoding'));
  }
});

test('the generator of damages finds what is lost', () => {
  assert.equal(lostHan(read(ARTICLE), `${ARTICLE}\n多出的一句。`), '多出的一句');
});

test('headings and lists after front matter without its end are the body', () => {
  const [head] = HEAD.split('\n---\n');
  assert.deepEqual(read(`${head}\n## 第一节\n\n正文。\n`).passages, ['第一节', '正文。']);
  assert.deepEqual(read(`${head}\n# 甲\n\n正文。\n\n---\n\n尾段。\n`).passages, ['甲', '正文。', '尾段。']);
  assert.deepEqual(read(`${head}\n- 第一项\n- 第二项\n\n正文。\n`).passages, ['第一项', '第二项', '正文。']);
  assert.deepEqual(read('---\ntime: 2013-08-01\ntags:\n- 甲\n- 乙\n\n正文。\n').tags, ['甲', '乙']);
});

test('what is text is shown: notes, definitions, words behind a fence, surplus cells, unclosed elements', () => {
  const cases: [written: string, passages: string[]][] = [
    ['甲。\n\n[^2]: 没人引用。', ['甲。', '[^2]: 没人引用。']],
    ['甲[^1]。\n\n[^1]: 一。\n[^1]: 又一。', ['甲。', '[^1]: 又一。', '一。']],
    ['甲。\n\n[^a]: 子[^b]\n[^b]: 丑[^a]', ['甲。', '[^a]: 子', '丑[^a]']],
    ['[参考]: http://a.cn/ "书名"', ['[参考]: http://a.cn/ "书名"']],
    ['[编者注]: 本文有删节', ['[编者注]: 本文有删节']],
    ['~~~ 文件 一\n码\n~~~', ['文件 一', '码']],
    ['|子|丑|\n|-|-|\n|`a|b`|寅|', ['子', '丑', '`a', 'b` | 寅']],
    ['<div>开头<svg>\n第二行。\n</div>', ['开头<svg> 第二行。']],
    [
      '<p>用 <style> 写样式。</p>\n<p>中间。</p>\n<p></style> 完。</p>',
      ['用 <style> 写样式。', '中间。', '完。'],
    ],
    ['<div><iframe src="http://a.cn/">\n后文。\n</div>', ['嵌入内容：http://a.cn/ 后文。']],
    ['<div>甲<select>\n<p>乙</p>\n</div>', ['甲<select>', '乙']],
    ['<!-- 起\n\n中间。\n\n<!-- TODO -->\n\n尾。', ['<!-- 起 中间。', '尾。']],
  ];
  for (const [written, passages] of cases) assert.deepEqual(read(HEAD + written).passages, passages, written);
});

test('what is no text stands in the ledger in full', () => {
  const long = '长'.repeat(300);
  assert.deepEqual(hidden(`${HEAD}甲<!-- ${long} -->乙`), [`<!-- ${long} -->`]);
  assert.deepEqual(hidden(`${HEAD}甲\n\n<!-- TODO -->`), ['<!-- TODO -->']);
  assert.deepEqual(hidden(`${HEAD}[//]: # (注释)`), ['[//]: # (注释)']);
  assert.deepEqual(hidden(`${HEAD}<p title="提示">甲</p>`), ['<p title="提示">']);
  assert.deepEqual(hidden('---\ntitle: 题\n# 编者按：改过。\ntime: 2013-08-01\n---\n甲'), ['编者按：改过。']);
  assert.deepEqual(hidden(`---\ntitle: 题\ntime: 2013-08-01\nurl: 转载自${long}\n---\n甲`), [
    `转载自${long}`,
  ]);
  const style = `<style>p::after { content: "${long}" }</style>`;
  assert.deepEqual(
    read(`${HEAD}${style}`).repairs.map(({ before }) => before),
    [style],
  );
});

test('what is used stays what it is', () => {
  const { html, repairs } = read(
    `${HEAD}见[书][1]与[^1]。\n\n[1]: http://a.cn/ "书名"\n[^1]: 注。\n\n\`\`\`js\n码\n\`\`\``,
  );
  assert.match(html, /<a data-ref="\d+" href="http:\/\/a\.cn\/" title="书名"/);
  assert.match(html, /<section data-footnotes/);
  assert.match(html, /<code class="language-js">码/);
  assert.deepEqual(repairs, []);
});

test('a line is lost where no four of its characters stand together, or it stands nowhere as a word', () => {
  assert.deepEqual(hiddenText(['天地玄黄', '宇宙', '洪荒'], ['天地**玄黄**，宇', '洪荒']), [
    { rule: 'hidden-text', line: 2, before: '宇宙', after: '' },
  ]);
});

test('fixtures lose nothing without a line', () => {
  const folder = fileURLToPath(new URL('fixtures/', import.meta.url));
  for (const entry of readdirSync(folder, { withFileTypes: true }).filter((one) => one.isDirectory())) {
    const result = readArticle(readFileSync(`${folder}${entry.name}/input.md`), 'x.md', options);
    if (result.article) assert.equal(lostHan(result, result.article.source), '', entry.name);
  }
});
