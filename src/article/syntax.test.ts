import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkCjkFriendlyStrikethrough from 'remark-cjk-friendly-gfm-strikethrough';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { parseSyntax } from './syntax.ts';

const whole = unified()
  .use(remarkParse)
  .use(remarkGfm, { singleTilde: false })
  .use(remarkCjkFriendly)
  .use(remarkCjkFriendlyStrikethrough, { singleTilde: false })
  .freeze();

test('leaving out what a text cannot hold changes nothing in its tree', () => {
  for (const text of [
    '一列\n:-\n值',
    '一列\n-:\n值',
    '| a | b |\n|---|---|\n| 1 | 2 |',
    'a\n-\nb',
    '> 一列\n> :-:\n> 值',
    '写信给me@example.org，或 mailto:you@example.org',
    'word_word http://example.org/a_b www.example.org',
    'WWW.EXAMPLE.ORG HTTP://EXAMPLE.ORG',
    '**粗**http://example.org/~x~',
    '&#119;ww.example.org and w&#119;w.example.org, me&#64;example.org',
    '[a](b) http&#58;//example.org',
  ])
    assert.deepEqual(parseSyntax(text), whole.parse(text), text);
});

test('the tree of the XSS vectors is that of the plain parser', () => {
  const text = readFileSync(new URL('fixtures/xss-vectors.txt', import.meta.url), 'utf8');
  for (const vector of text.split('\n')) assert.deepEqual(parseSyntax(vector), whole.parse(vector), vector);
});

test('any text made of the characters of markup gives the tree of the plain parser', () => {
  const pieces = [
    ...'|:-@w.h/\\*_~`[]()<>!#&;,，。汉a1 \t\n\n',
    ...[
      '\n\n',
      'www.',
      'http://',
      'a@b.cn',
      '| a |',
      '\n|-|\n',
      '\n:-\n',
      '- ',
      '1. ',
      '[x] ',
      '[^1]',
      '&#64;',
    ],
  ];
  const text = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, (written) => {
      assert.deepEqual(parseSyntax(written), whole.parse(written));
    }),
    { numRuns: 1500, seed: 18089 },
  );
});
