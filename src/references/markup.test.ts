import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fromHtml } from 'hast-util-from-html';
import { hastPassages } from '../article/passages.ts';
import { readArticle } from '../article/read.ts';
import { reading, article as words } from '../locales/zh-Hans.ts';
import type { MediaFile, Resolved } from '../types.ts';
import { withReferences } from './markup.ts';

const MARKDOWN = `---
title: 题
url: https://blog.example.org/1.html
---
前文![机柜 <一>](https://a.example/rack.jpg)后文。

[![链接里的图](https://a.example/linked.jpg)](https://b.example/)

[![](https://a.example/bare.jpg)](https://b.example/bare)

![旁边的图](images/beside.png "题目")

![](https://a.example/none.jpg)

![原站的声音](/sound.mp3)

![远处的 "影片"](https://a.example/film.mp4)

## 小节![图标](https://a.example/icon.png)
`;

function read(images: 'ask' | 'load') {
  const options = { lineBreaks: 'auto', timeZone: 'Asia/Shanghai', cleanOff: [], strings: reading } as const;
  const { article } = readArticle(Buffer.from(MARKDOWN), 'a.md', { ...options, images });
  assert.ok(article);
  return article;
}

const file = (kind: MediaFile['kind'], name: string): Partial<Resolved> => ({
  media: { kind, file: name, path: `media/${name}`, hash: '', size: 1000 },
});

/** What a reference may come to. */
const OUTCOMES: [string, Partial<Resolved> | null][] = [
  ['nothing', null],
  ['a picture of the folder', file('picture', 'x.png')],
  ['a sound', file('audio', 'x.mp3')],
  ['a film', file('video', 'x.mp4')],
  ['an attachment', file('attachment', 'x.zip')],
  ['a page', { page: '2013/08/1.html' }],
];

for (const images of ['ask', 'load'] as const)
  for (const [name, outcome] of OUTCOMES)
    test(`search knows the descriptions that a page has, with «images: ${images}», where pictures turn out to be ${name}`, () => {
      const { html, passages, references } = read(images);
      const resolved = outcome ? references.map((_, n) => ({ ...outcome, n })) : [];
      const page = withReferences(html, {
        references: resolved.filter(({ n }) => references[n]?.kind === 'picture'),
        date: null,
        hrefOf: (path) => path,
        images,
        words: words.references,
      });
      assert.deepEqual(hastPassages(fromHtml(page, { fragment: true })), passages, page);
    });

test('descriptions are the same text of an article whether pictures wait to be asked for or not', () => {
  const [asked, loaded] = [read('ask'), read('load')];
  assert.deepEqual(loaded.passages, asked.passages);
  assert.deepEqual(loaded.headings, asked.headings);
  for (const text of ['前文机柜 <一>后文。', '链接里的图', '旁边的图', '原站的声音', '远处的 "影片"'])
    assert.ok(asked.passages.includes(text), text);
});

test('a picture in a link that is shown at once is no missing one', () => {
  const { html } = read('load');
  const page = withReferences(html, {
    references: [],
    date: null,
    hrefOf: (path) => path,
    images: 'load',
    words: words.references,
  });
  assert.match(
    page,
    /<a [^>]*href="https:\/\/b\.example\/"[^>]*><img src="https:\/\/a\.example\/linked\.jpg"/,
  );
});
