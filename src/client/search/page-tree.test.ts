import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { ElementContent, Root } from 'hast';
import { toHtml } from '../../article/markdown.ts';
import { hastPassages } from '../../article/passages.ts';
import { readArticle } from '../../article/read.ts';
import { reading } from '../../locales/zh-Hans.ts';
import { readText, writtenPassages } from './page-tree.ts';
import { readWritten } from './read-page.ts';

const BLOCKS = ['p', 'div', 'blockquote', 'li', 'td', 'section', 'h2', 'pre', 'summary'];
const INLINE = ['a', 'em', 'code', 'sup', 'ruby', 'rt', 'rp', 'span', 'del'];
const VOID = ['br', 'hr', 'img', 'wbr', 'input'];

const string = fc
  .array(
    fc.constantFrom(
      ...'段简 a&<>"\'=/`;#x\n\t\u00a0',
      '&amp;',
      '&#x3C;',
      '</p>',
      '<b',
      '🚀',
      '\r\n',
      '&copy',
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''));
const properties = fc.record(
  {
    title: string,
    alt: string,
    href: string,
    id: fc.constantFrom('footnote-label', 'text', 'a>b'),
    dataFootnoteRef: fc.constantFrom('', true),
    dataFootnoteBackref: fc.constantFrom('', true),
    dataFootnoteReference: fc.constant('x'),
    checked: fc.boolean(),
    className: fc.constant<string[]>(['data-footnote-ref', 'b']),
  },
  { requiredKeys: [] },
);
const node: fc.Arbitrary<ElementContent> = fc.letrec<{ node: ElementContent }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4 },
    string.map((value): ElementContent => ({ type: 'text', value })),
    fc
      .tuple(fc.constantFrom(...VOID), properties)
      .map(([tagName, own]): ElementContent => ({ type: 'element', tagName, properties: own, children: [] })),
    fc.tuple(fc.constantFrom(...BLOCKS, ...INLINE), properties, fc.array(tie('node'), { maxLength: 4 })).map(
      ([tagName, own, children]): ElementContent => ({
        type: 'element',
        tagName,
        properties: own,
        children,
      }),
    ),
  ),
})).node;

test('written HTML has the passages of the tree it was written from', () => {
  fc.assert(
    fc.property(fc.array(node, { maxLength: 5 }), (children) => {
      const tree: Root = { type: 'root', children };
      const passages = hastPassages(tree);
      assert.deepEqual(writtenPassages(toHtml(tree)), passages);
    }),
    { numRuns: 2000 },
  );
});

test('what only a parser can read is left to it', () => {
  for (const html of [
    '<p>甲',
    '</p>',
    '<p>甲</div>',
    '<svg></svg>',
    '<textarea>甲</textarea>',
    '<!-- 甲 -->',
    '<p class=a>甲</p>',
    "<p title='a'>甲</p>",
    '甲 &copy; 乙',
    '甲 &copy 乙',
    '甲 & 乙',
    '&#0;',
    '&#x80;',
    '&#xD800;',
    '&#x110000;',
    '甲 < 乙',
    '<P>甲</P>',
  ])
    assert.equal(writtenPassages(html), null, html);
});

test('character references are read once', () => {
  assert.equal(readText('&amp;lt; &#x26;amp; &#39;&quot;&#x27;&#128640;'), "&lt; &amp; '\"'🚀");
});

/** A page as the layout writes it, round the HTML of an article. */
const page = (html: string): string => `<!doctype html><title>题 · 站</title><h1>站</h1>
<main><article>
<header>
<h1>A &amp; B &lt;c&gt;</h1>
</header>
<div class="margin">
<p class="kicker"><a href="x"><time>2014</time></a> <span class="byline"><a href="../a.html" rel="author">O&#39;Neil</a></span> <span>1 字</span></p>
<p class="topics"><a href="../t/a.html">苹果</a> <a href="../t/b.html">R&amp;D</a> </p>
<nav class="contents"><ol><li><a href="#h">目录</a></li></ol></nav>
</div>
<div class="text" id="text" data-recovered="标题由档案修复">
${html}
</div>
</article>
<section class="source"><h2>来源</h2></section></main>`;

test('a page gives title, author, topics and the passages that were indexed', () => {
  const markdown = [
    '---\ntitle: 一\n---\n',
    '第一段 **重** `a < b && c` <u>线</u>[链接](https://example.org/?a=1&b=2 "题 > \'引\'")。',
    '> 引文\n> 第二行',
    '```js\nif (a < b) {\n\n  c("&amp;");\n}\n```',
    '| a | b |\n|---|---|\n| 甲 | 乙<br>丙 |',
    '- [x] 做完\n- [ ] 没做\n\n脚注[^1]。\n\n[^1]: 注文。',
    '<details><summary>展开</summary>\n\n里面\n\n</details>\n\n<ruby>漢<rp>(</rp><rt>hàn</rt><rp>)</rp></ruby>字',
  ].join('\n\n');
  const options = {
    lineBreaks: 'auto' as const,
    timeZone: 'Asia/Shanghai',
    cleanOff: [],
    images: 'ask' as const,
    strings: reading,
  };
  const { article } = readArticle(new TextEncoder().encode(markdown), '2014/1.md', options);
  assert.ok(article && article.passages.length > 10);
  assert.deepEqual(readWritten(page(article.html)), {
    title: 'A & B <c>',
    author: "O'Neil",
    tags: ['苹果', 'R&D'],
    passages: article.passages,
  });
});

test('a page without an article is none', () => {
  assert.equal(readWritten('<!doctype html><h1>404</h1>'), null);
});
