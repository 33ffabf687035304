import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { reading } from '../../locales/zh-Hans.ts';
import { parseMarkdown } from '../markdown.ts';
import { readArticle } from '../read.ts';
import { certify } from './certify.ts';
import { contentOf } from './content.ts';

const HEAD = '---\ntitle: 题\ntime: 2013-08-01\n---\n';
const BODY = `清晨五点，邮差把自行车推出院门，包里有 37 封信。

> 有人说：“车链子响，信就到了。”

- 先到**粮站**，再到[学校](https://example.org/school)；
- bicycle / ferry

| 站 | 信 |
| - | - |
| 桥头 | 九封 |

\`\`\`js
const km = 41;
}
\`\`\`
`;
const options = {
  timeZone: 'Asia/Shanghai',
  cleanOff: [],
  images: 'load' as const,
  lineBreaks: 'auto' as const,
  strings: reading,
};

function read(body: string) {
  const { article } = readArticle(new TextEncoder().encode(HEAD + body), 'a.md', options);
  assert.ok(article);
  return article;
}

/** What is missing of the article's text on a page. */
function missingOn(html: string): number {
  const { url, repairs, problems, references } = read(BODY);
  const { fidelity } = certify(contentOf(parseMarkdown(BODY)), [], [], {
    html,
    url,
    repairs,
    problems,
    references,
  });
  return Object.values(fidelity).reduce((sum, [, missing]) => sum + missing, 0);
}

test('an article that stands there whole misses nothing, and what it holds is counted', () => {
  const { fidelity, problems } = read(BODY);
  assert.deepEqual(fidelity, {
    han: [44, 0],
    words: [6, 0],
    links: [1, 0],
    pictures: [0, 0],
    code: [2, 0],
    formulas: [0, 0],
    notes: [0, 0],
    cells: [4, 0],
  });
  assert.deepEqual(problems, []);
});

test('any letter, cell, address or line of code that a page lacks is found', () => {
  const { html } = read(BODY);
  assert.equal(missingOn(html), 0);
  for (const part of [
    '推出',
    'bicycle',
    '九',
    '41',
    '<td>桥头</td>',
    '}',
    ' data-ref="0" href="https://example.org/school"',
  ])
    assert.notEqual(missingOn(html.replace(part, '')), 0, part);
  const letters = [...html.matchAll(/[\p{L}\p{N}]/gu)].map(({ index }) => index);
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: letters.length - 1 }),
      fc.integer({ min: 1, max: 60 }),
      (at, size) => {
        const from = letters[at] ?? 0;
        const cut = html.slice(0, from) + html.slice(from + size);
        // A cut that takes marks of a tag with it, or an attribute that says nothing, is no text.
        const isText =
          !/[<>"=]/.test(html.slice(from, from + size)) &&
          html.lastIndexOf('<', from) <= html.lastIndexOf('>', from);
        if (isText) assert.notEqual(missingOn(cut), 0, html.slice(from, from + size));
      },
    ),
  );
});

test('Markdown of any shape loses nothing without a name', () => {
  const piece = fc.constantFrom(
    '甲乙丙。',
    'word ',
    '**粗**',
    '`码`',
    '\n\n',
    '\n',
    '- ',
    '> ',
    '# ',
    '| a | 乙 |\n|-|-|\n',
    '[词](https://e.cn/x)',
    '![图](p.png)',
    '<b>丁</b>',
    '<!-- 注 -->',
    '&amp;',
    '$x^2$',
    '[^1]',
    '[^1]: 注。\n',
    '[r]: https://e.cn/r\n',
    '```\n码一\n```\n',
    '\u200b',
    '~~删~~',
    '<div>',
    '</div>',
    '    ',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const { fidelity } = read(pieces.join(''));
      for (const [kind, [, missing]] of Object.entries(fidelity)) assert.equal(missing, 0, kind);
    }),
    { numRuns: 300 },
  );
});
