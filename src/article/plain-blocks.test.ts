import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { parseAroundPlain } from './plain-blocks.ts';

const whole = unified().use(remarkParse).use(remarkGfm).use(remarkCjkFriendly).freeze();

/** The part of a text that is left to the parser. */
function leftOf(text: string): string[] {
  const left: string[] = [];
  parseAroundPlain(text, (part) => {
    left.push(part);
    return whole.parse(part);
  });
  return left;
}

test('a text of plain paragraphs is not tokenized at all', () => {
  const text = '\n\n第一段，共 3 句。\n第二行：IPO。\n\n　　第二段“引语”(100%) 1.5 元。\n';
  assert.deepEqual(leftOf(text), []);
});

test('one character stands for a run of plain paragraphs between others', () => {
  assert.deepEqual(leftOf('前文。\n\n## 小标题\n\n正文。\n\n又一段。\n\n- 甲\n\n末段。'), [
    '\n\n## 小标题\n\n\ufdd0\n\n\n\n- 甲\n\n\ufdd0',
  ]);
});

test('where a comment reaches over plain paragraphs the parser gets the whole text', () => {
  for (const text of ['<!-- 注\n\n正文。\n\n-->', '<script>\n\n正文。\n\n'])
    assert.equal(leftOf(text).at(-1), text);
});

test('what stands between code fences is no paragraph, whether they are closed or not', () => {
  assert.deepEqual(leftOf('```\n甲\n\n乙。\n\n```\n\n正文。'), ['```\n甲\n\n乙。\n\n```\n\n\ufdd0']);
  assert.deepEqual(leftOf('~~~\n甲\n\n```\n\n正文。'), ['~~~\n甲\n\n```\n\n正文。']);
});

test('a text that holds the stand-in itself goes to the parser whole', () => {
  const text = '正文。\n\n- 甲\n\n\ufdd0\n';
  assert.deepEqual(leftOf(text), [text]);
});

test('blocks of any kind around plain paragraphs give the tree of the parser, positions included', () => {
  const block = fc.constantFrom(
    ...[
      '第一段。',
      '第二段，\n有两行。',
      '　　缩进的一段?',
      '?问号在前',
      'a: b; c',
      '2. 项',
      '3) 项',
      '  二',
    ],
    ...[
      '# 标题',
      '标题\n===',
      '- 甲',
      '- 甲\n  乙',
      '    代码',
      '> 引文',
      '>',
      '```',
      '~~~\n码',
      '<!--',
      '-->',
    ],
    ...[
      '<div>',
      '</div>',
      '<script>',
      '[甲](http://a.cn)',
      '[甲]',
      '[甲]: http://a.cn',
      '[^1]: 注',
      '文[^1]',
    ],
    ...[
      '| a | b |\n| - | - |',
      '**粗**',
      '行末  \n换行',
      'www.a.cn',
      'http://a.cn/b，后',
      '&amp;',
      '*',
      '\t制表',
    ],
  );
  const gap = fc.constantFrom('\n\n', '\n\n\n', '\n', '\n \n', '\n\t\n\n');
  const text = fc
    .tuple(fc.constantFrom('', '\n', '\n\n', ' \n'), fc.array(fc.tuple(block, gap), { maxLength: 9 }))
    .map(([head, blocks]) => head + blocks.flat().join(''));
  fc.assert(
    fc.property(text, fc.boolean(), (written, trimmed) => {
      const source = trimmed ? written.trimEnd() : written;
      assert.deepEqual(
        parseAroundPlain(source, (part) => whole.parse(part)),
        whole.parse(source),
      );
    }),
    { numRuns: 3000, seed: 18089 },
  );
});
