import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { highlightCode } from './highlight.ts';
import { withoutReferences } from './unescape.ts';

const escaped = (code: string) => code.replace(/&/g, '&#x26;').replace(/</g, '&#x3C;');
/** A block as reading writes it. */
const block = (code: string, language?: string) =>
  `<pre tabindex="0"><code${language ? ` class="language-${language}"` : ''}>${escaped(code)}</code></pre>`;
const textOf = (html: string) => withoutReferences(html.replace(/<[^>]*>/g, ''));
const isColoured = (html: string) => html.includes('<span class="hljs-');
const languageOf = (html: string) => / data-language="([^"]*)"/.exec(html)?.[1];

test('a block is coloured where its fence names the language, and says it', () => {
  const html = highlightCode(block('def read(rack):  # 抄温度\n    return "a < b"', 'python'));
  assert.equal(languageOf(html), 'python');
  assert.match(html, /<span class="hljs-keyword">def<\/span>/);
  assert.equal(textOf(html), 'def read(rack):  # 抄温度\n    return "a < b"');
});

test('a language goes by many names', () => {
  for (const name of ['sh', 'Shell', 'js', 'yml', 'c++', 'C#', 'golang', 'viml', 'html', 'docker'])
    assert.ok(isColoured(highlightCode(block('if for "text" 12 <b class="x"> FROM x: 1 # y', name))), name);
});

test('a first line that names the language is as good; any other block, prose above all, stays as it is', () => {
  for (const [code, language] of [
    ['#!/bin/bash\nif true; then echo "灯"; fi', 'bash'],
    ['#!/usr/bin/env python3\nprint("灯")', 'python'],
    ['#include <stdio.h>\nint main() { return 0; }', 'cpp'],
    ['<?php echo "灯"; ?>', 'php'],
    ['diff --git a/x b/x\n+灯\n-门', 'diff'],
  ] as const) {
    const html = highlightCode(block(code));
    assert.ok(isColoured(html), code);
    assert.equal(languageOf(html), language);
  }
  for (const prose of [
    'if you read this for the first time',
    '# 标题',
    '$ ls',
    '#!温度',
    '<p>灯</p>',
    'int x = 1;',
    '',
  ])
    assert.equal(highlightCode(block(prose)), block(prose));
});

test('commands with their prompts are told from scripts', () => {
  assert.match(highlightCode(block('$ echo "灯"\n灯', 'shell')), /hljs-meta/);
  assert.match(highlightCode(block('echo "灯" | sort', 'shell')), /hljs-string/);
});

test('a block has the same colours whatever came before it in the process', () => {
  const code = 'const page = graphql`query { a }`; const part = html`<b class="c">x</b>`;';
  const before = highlightCode(block(code, 'js'));
  assert.ok(isColoured(before));
  for (const name of ['html', 'css', 'graphql', 'markdown', 'ts']) highlightCode(block('a b', name));
  assert.equal(highlightCode(block(code, 'js')), before);
});

test('an unknown language, or a name that is none, is said and not coloured', () => {
  for (const name of ['plain-log', '机房', '../x', 'constructor']) {
    const html = highlightCode(block('if 1 then "a"', name));
    assert.equal(isColoured(html), false, name);
    assert.equal(languageOf(html), name);
    assert.equal(textOf(html), 'if 1 then "a"');
  }
});

test('whatever a block holds, its letters stay, and nothing but spans with a class is added', () => {
  const piece = fc.constantFrom(
    ...'<script>|</pre>|&amp;|"|\'|`|$(|#{|/*|*/|//|#|\n|灯|if |<b a="|>|\\|{{ x }}|0x1'.split('|'),
  );
  const language = fc.constantFrom(
    'python',
    'shell',
    'xml',
    'php',
    'javascript',
    'c',
    'vim',
    'markdown',
    'sql',
    'ruby',
  );
  fc.assert(
    fc.property(fc.array(piece), language, (pieces, name) => {
      const html = highlightCode(block(pieces.join(''), name));
      assert.equal(textOf(html), pieces.join(''));
      const inner = html.replace(/^<pre [^>]*><code[^>]*>|<\/code><\/pre>$/g, '');
      assert.equal(inner.replace(/<span class="[\w \-$]*">|<\/span>/g, '').includes('<'), false);
    }),
  );
});

test('a hostile block costs no more than a second: long blocks and long lines are left alone', () => {
  for (const code of ['$'.repeat(900), '\\"'.repeat(450), '{'.repeat(900), '<a '.repeat(300)])
    for (const name of [
      'pgsql',
      'java',
      'haskell',
      'php',
      'scss',
      'typescript',
      'nestedtext',
      'markdown',
      'xml',
    ]) {
      const begun = process.cpuUsage();
      highlightCode(block(`${code}\n`.repeat(6), name));
      const { user } = process.cpuUsage(begun);
      assert.ok(user < 1e6, `${name}: ${user / 1000} ms`);
    }
  assert.equal(isColoured(highlightCode(block('if '.repeat(4000), 'python'))), false);
  const many = block('if 1: pass\n'.repeat(400), 'python').repeat(30);
  assert.ok(highlightCode(many).split('hljs-keyword').length < 20_000);
});
