import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { fromHtml } from 'hast-util-from-html';
import { expectFile } from '../golden.ts';
import { reading } from '../locales/zh-Hans.ts';
import { hastPassages } from './passages.ts';
import { readArticle } from './read.ts';

const options = {
  lineBreaks: 'auto' as const,
  timeZone: 'Asia/Shanghai',
  cleanOff: [],
  images: 'load' as const,
  strings: reading,
};
const folder = fileURLToPath(new URL('fixtures/', import.meta.url));

for (const name of readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
  test(`${name.name} is read as its folder says`, () => {
    const dir = `${folder}${name.name}/`;
    const result = readArticle(readFileSync(`${dir}input.md`), `${name.name}.md`, options);
    if (!result.article) return expectFile(`${dir}expected.json`, `${JSON.stringify(result, null, 2)}\n`);
    const { html, source, hash, fidelity, ...rest } = result.article;
    assert.deepEqual(
      Object.values(fidelity).map(([, missing]) => missing),
      Array(8).fill(0),
    );
    assert.match(hash, /^[0-9a-f]{64}$/);
    assert.ok(!source.startsWith('\ufeff'));
    assert.deepEqual(hastPassages(fromHtml(html, { fragment: true })), rest.passages);
    expectFile(`${dir}expected.json`, `${JSON.stringify(rest, null, 2)}\n`);
    expectFile(`${dir}expected.html`, `${html}\n`);
  });
}

const HEAD = '---\ntitle: 题\ntime: 2013-08-01\n---\n';
function read(text: string) {
  const { article } = readArticle(new TextEncoder().encode(text), 'a/b.md', options);
  assert.ok(article);
  return article;
}

test('the seed reads as twelve paragraphs and its two headings, no sentence twice', () => {
  const { article } = readArticle(readFileSync(`${folder}seed/input.md`), '18089.md', options);
  assert.ok(article);
  assert.equal(article.html.match(/<p>/g)?.length, 12);
  assert.deepEqual(
    article.headings.map(({ depth, text }) => [depth, text]),
    [
      [2, '腾讯伪开放下的社交化电商野心'],
      [2, '阿里焦虑之下的社交化电商破局'],
    ],
  );
  const sentences = article.passages.flatMap((passage) => passage.match(/[^。！？]{8,}[。！？]/g) ?? []);
  assert.ok(sentences.length > 40);
  assert.equal(new Set(sentences).size, sentences.length);
});

test('any bytes give an article or the reason why there is none', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      const result = readArticle(bytes, 'x.md', options);
      if (!result.article) assert.match(result.problems[0]?.message ?? '', /^Unexpected .*, expected /);
      else assert.notEqual(result.article.title, '');
    }),
    { numRuns: 300 },
  );
});

const PIECES = fc.constantFrom(
  ...[
    '<b>',
    '</b>',
    '<p>',
    '</p>',
    '<div>',
    '</div>',
    '<a href="/x">',
    '</a>',
    '<table>',
    '<td>',
    '<tr>',
    '<li>',
  ],
  ...[
    '<ul>',
    '</ul>',
    '<h3>',
    '</h3>',
    '<pre>',
    '</pre>',
    '<details>',
    '<summary>',
    '<button>',
    '<svg>',
    '<x-y>',
  ],
  ...[
    '\n',
    '\n\n',
    '> ',
    '- ',
    '1. ',
    '# ',
    '**',
    '*',
    '`',
    '```\n',
    '[',
    '](u)',
    '![',
    '|',
    '\n|-|-|\n',
    '&lt;',
  ],
  ...[
    '中文',
    '段落。',
    'word',
    ' ',
    '<!--',
    '-->',
    '<script>',
    '</script>',
    '<ruby>',
    '<rt>',
    'http://a.cn/，',
    '[^1]',
  ],
  ...[
    '\n\n[^1]: 注',
    '<img src="/a.png" alt="图">',
    '<dl>',
    '<dt>',
    '<dd>',
    '<br>',
    '<form>',
    '<iframe src="//e.cn">',
  ],
);

test('a browser builds from the HTML the tree it was made of, with the same passages', () => {
  fc.assert(
    fc.property(fc.array(PIECES, { maxLength: 40 }), (pieces) => {
      const article = read(HEAD + pieces.join(''));
      assert.deepEqual(hastPassages(fromHtml(article.html, { fragment: true })), article.passages);
      const ids = article.html.match(/ id="[^"]*"/g) ?? [];
      assert.equal(new Set(ids).size, ids.length);
    }),
    { numRuns: 600 },
  );
});

test('every Han character of a Markdown text stands in its passages, in order', () => {
  const han = fc
    .array(fc.constantFrom(...'天地玄黄宇宙洪荒日月盈昃'), { minLength: 1, maxLength: 8 })
    .map((list) => list.join(''));
  const block = fc.oneof(
    han,
    han.map((text) => `## ${text}`),
    han.map((text) => `- ${text}\n- **${text}**`),
    han.map((text) => `> ${text}\n> <u>${text}</u>`),
    han.map((text) => `<${text}> ssh <host${text}>`),
    han.map((text) => `\`\`\`\n${text}\n\`\`\``),
  );
  fc.assert(
    fc.property(fc.array(block, { maxLength: 8 }), (blocks) => {
      const off = { ...options, cleanOff: ['repeated-paragraph', 'whole-article-blob', 'repeated-title'] };
      const text = blocks.join('\n\n');
      const { article } = readArticle(new TextEncoder().encode(HEAD + text), 'x.md', off);
      const only = (part: string) => part.match(/\p{Script=Han}/gu)?.join('') ?? '';
      assert.equal(only(article?.passages.join('') ?? ''), only(text));
    }),
    { numRuns: 200 },
  );
});

test('what no parser can take is shown as plain paragraphs, in bounded time', () => {
  for (const hostile of [
    '>',
    '- ',
    '*a_ ',
    '[',
    '|a',
    '<div>',
    '<b>',
    '`a',
    '<!--',
    'http://a.cn，',
    '&a ',
    '((',
  ]) {
    const started = performance.now();
    const article = read(`${HEAD}${hostile.repeat(10_000)}\n\n末段`);
    assert.ok(performance.now() - started < 20_000, hostile);
    assert.ok(article.passages.join('').includes('末段'), hostile);
  }
  assert.equal(read(`${HEAD}${'>'.repeat(10_000)}`).problems[0]?.rule, 'markdown');
});

test('lines of repairs and problems are those of the file', () => {
  const article = read(
    '\n---\ntitle: a: b\ntime: x\n---\n\n第一段。\n\n<iframe src="http://e.cn/"></iframe>\n',
  );
  assert.deepEqual(
    article.repairs.map(({ rule, line }) => [rule, line]),
    [
      ['front-matter', 3],
      ['unsafe-html', 9],
    ],
  );
  assert.equal(article.problems[0]?.line, 4);
});
