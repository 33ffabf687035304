import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fromHtml } from 'hast-util-from-html';
import { reading } from '../locales/zh-Hans.ts';
import { inPage } from '../references/testing.ts';
import { readArticle } from './read.ts';
import { schema } from './schema.ts';
import { eachElement } from './tree.ts';

// One vector a line, in the manner of OWASP's filter evasion list and cure53's H5SC.
const vectors = readFileSync(new URL('fixtures/xss-vectors.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n');
const CONTEXTS: ((vector: string) => string)[] = [
  (vector) => vector,
  (vector) => `文字 ${vector} 文字`,
  (vector) => `<div>\n${vector}\n</div>`,
  (vector) => `> - ${vector}`,
  (vector) => `<table><tr><td>${vector}</table>`,
  (vector) => `| a |\n|---|\n| ${vector} |`,
];
const OURS = new Set([
  'rel',
  'loading',
  'decoding',
  'referrerPolicy',
  'tabIndex',
  'role',
  'className',
  'scope',
  'ariaLabel',
  'dataSkip',
  'dataPagefindIgnore',
  'id',
]);

/** Fails on anything a browser would run, fetch as a page or style by; reads the HTML with a parser of its own. */
function assertHarmless(html: string): void {
  eachElement(fromHtml(html, { fragment: true }), ({ tagName, properties }) => {
    // Words about a picture that is missing.
    assert.ok(schema.tagNames?.includes(tagName) || tagName === 'span', `<${tagName}> in ${html}`);
    const definitions = schema.attributes?.[tagName] ?? [];
    const allowed = new Set(definitions.map((entry) => (typeof entry === 'string' ? entry : entry[0])));
    for (const [name, value] of Object.entries(properties)) {
      assert.ok(allowed.has(name) || OURS.has(name), `${tagName}[${name}] in ${html}`);
      if (name === 'href') assert.match(String(value), /^(?:https?:|mailto:|tel:|ftp:|magnet:|irc:|#)/);
      if (name === 'src')
        assert.match(String(value), /^(?:https?:|data:image\/(?:png|jpe?g|gif|webp);base64,)/);
      if (name === 'id') assert.match(String(value), /^(?:h-|a-|user-content-fn|footnote-label$)/);
    }
  });
}

test('no vector of the list leaves anything a browser would run', () => {
  assert.ok(vectors.length > 90);
  for (const vector of vectors)
    for (const context of CONTEXTS) {
      const text = `---\nurl: https://example.org/a\ntitle: ${vector}\n---\n${context(vector)}\n`;
      const { article } = readArticle(new TextEncoder().encode(text), 'x.md', {
        lineBreaks: 'auto' as const,
        timeZone: 'UTC',
        cleanOff: [],
        images: 'load' as const,
        strings: reading,
      });
      assert.ok(article);
      assertHarmless(inPage(article.html, 'load'));
    }
});

test('the whole list in one article is as harmless as its parts', () => {
  const bytes = new TextEncoder().encode(vectors.join('\n\n'));
  const { article } = readArticle(bytes, 'x.md', {
    lineBreaks: 'auto' as const,
    timeZone: 'UTC',
    cleanOff: [],
    images: 'load' as const,
    strings: reading,
  });
  assert.ok(article);
  assertHarmless(inPage(article.html, 'load'));
  assert.ok(article.repairs.some(({ rule }) => rule === 'unsafe-html'));
});

test('the check itself refuses what it is there to refuse', () => {
  for (const bad of [
    '<script>1</script>',
    '<p onclick="x">y</p>',
    '<a href="javascript:x">y</a>',
    '<p style="x">y</p>',
  ])
    assert.throws(() => assertHarmless(bad));
});
