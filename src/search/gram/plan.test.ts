import assert from 'node:assert/strict';
import { test } from 'node:test';
import { foldText } from './fold.ts';
import { CHAR_PREFIX, eachGram, gramKey } from './grams.ts';
import { parseQuery } from './language.ts';
import { planTerm } from './plan.ts';

/** The keys of all grams of a text; words with `^` before them. */
function grams(text: string): string[] {
  const keys: string[] = [];
  eachGram(foldText(text), {
    gram: (high, low) => keys.push(gramKey(high, low).replace(CHAR_PREFIX, '')),
    word: (key) => keys.push(`^${key}`),
  });
  return keys;
}

const indexed: [text: string, keys: string][] = [
  ['段简直', '段简 简直 直'],
  ['a，b', '^a a, ,b ^b b'],
  ['c++', '^c++ c++ ++ +'],
  ['node.js', '^node.js nod ode de. e.j .js ^js js s'],
  ['5.0版', '^5.0 5.0 .0 ^0 0版 版'],
  ['版5', '版5 ^5 5'],
  ['𠮷野', '𠮷野 野'],
  ['かガ', 'かガ ガ'],
  ['🚀', '🚀'],
  ['a\ud800', '^a a'],
  ['……“”', '... ... ... ... .. ." "" "'],
];

for (const [text, keys] of indexed)
  test(`the grams of ${JSON.stringify(text)}`, () => {
    assert.deepEqual(grams(text), keys.split(' ').filter(Boolean));
  });

/** Keys with their offsets; `*` after a prefix, `=` where the plan is exact. */
function plan(query: string): string {
  const term = parseQuery(query).all[0]?.[0];
  if (!term) return '';
  const { grams: needed, exact } = planTerm(term);
  const list = needed.map(
    ({ key, prefix, at }) =>
      `${key.replace(CHAR_PREFIX, '').replace('\u0002', '^')}${prefix ? '*' : ''}@${at}`,
  );
  return list.join(' ') + (exact ? ' =' : '');
}

const planned: [query: string, plan: string][] = [
  ['微', '微*@0 ='],
  ['微信', '微信@0 ='],
  ['微信支付', '微信@0 信支@1 支付@2'],
  ['臺灣', '台湾@0 ='],
  ['iphone', '^iphone*@0 ='],
  ['iPhone手机', '^iphone@0 e手@5 手机@6'],
  ['"phon"', 'pho@0 hon@1'],
  ['"ai"', 'ai*@0 ='],
  ['"5.0版"', '5.0@0 ^0@2 0版@2'],
  ['5.0版', '^5.0@0 0版@2'],
  ['"版，5"', '版,@0 ,5@1 ^5*@2'],
  ['"i/o"', 'i/@0 /o@1 ^o*@2'],
  ['"=>"', '=>@0 ='],
  ['"==="', '===@0 ='],
  ['"a = {}"', 'a@0 =*@2 {}@4'],
  ['"，的"', ',*@0 的*@1'],
  ['"信-"', '信-@0 ='],
  ['"a-"', 'a*@0'],
  ['c#', '^c#*@0 ='],
  ['"信 支"', '信*@0 支*@2'],
  ['kubernetescluster', '^kubernetescl@0 ust@12 ter@14'],
  ['"，。"', ',。@0 ='],
];

for (const [query, expected] of planned)
  test(`the plan of ${query}`, () => {
    assert.equal(plan(query), expected);
  });

const read: [query: string, all: string[], none: string[]][] = [
  ['微信 支付', ['微信', '支付'], []],
  ['"社交 电商" -阿里', ['社交 电商'], ['阿里']],
  ['“社交 电商”', ['社交 电商'], []],
  ['＂全角＂　－不要', ['全角'], ['不要']],
  ['"没有关', ['没有关'], []],
  ['"他说""好"""', ['他说"好"'], []],
  ['-', ['-'], []],
  ['a - b', ['a', '-', 'b'], []],
  ['ls -l', ['ls', 'l'], []],
  ['tar -xzf "a b"', ['tar', 'xzf', 'a b'], []],
  ['--help', ['--help'], []],
  ['苹果 -iphone', ['苹果'], ['iphone']],
  ['linux -"a" -标题:b -c', ['linux', 'c'], ['a', 'b']],
  ['微信 OR 支付 内存', ['微信|支付', '内存'], []],
  ['ps | grep | OR', ['ps|grep|or'], []],
  ['OR 微信 |', ['or', '微信', '|'], []],
  ['标题:微信 作者：张三 正文:"a b" 标题:', ['微信', '张三', 'a b', '标题:'], []],
  ['2000 年', ['2000|2,000', '年'], []],
  ['2,000.5 1,2', ['2,000.5|2000.5', '1,2'], []],
  ['微信 微信', ['微信'], []],
  ['""', [], []],
];

for (const [query, all, none] of read)
  test(`the query ${query} is read`, () => {
    const found = parseQuery(query);
    assert.deepEqual(
      [
        found.all.map((clause) => clause.map(({ text }) => text).join('|')),
        found.none.map((term) => term.text),
      ],
      [all, none],
    );
  });

test('the query is looked up as one string too, unless it is one or asks for what no text would hold', () => {
  const literal = (query: string) => parseQuery(query).literal?.map(({ text }) => text) ?? null;
  for (const query of ['微信', 'iPhone', '"a b"', '微信 -支付', '标题:a b', ''])
    assert.equal(literal(query), null, query);
  assert.deepEqual(literal(' ls  -l '), ['ls -l']);
  assert.deepEqual(literal('Linux 内核'), ['linux内核']);
  assert.deepEqual(literal('echo "hi"'), ['echo "hi"']);
  assert.deepEqual(literal('ps | grep 2,000'), ['ps | grep 2,000', 'ps | grep 2000']);
});

test('a minus that is looked for as it stands is offered as one that excludes', () => {
  assert.deepEqual(parseQuery('run -it  x').exclude, [{ text: 'it', query: 'run -"it"  x' }]);
  // Nothing is left of what holds it anyway.
  assert.deepEqual(parseQuery('ls -l').exclude, []);
  assert.deepEqual(parseQuery('ls --all -"l" 苹果 -苹果').exclude, []);
});

test('a string that begins or ends with a separator says so', () => {
  const edges = (query: string) => {
    const term = parseQuery(query).all[0]?.[0];
    return [term?.before, term?.text, term?.after];
  };
  assert.deepEqual(edges('" 内核 "'), [' ', '内核', ' ']);
  assert.deepEqual(edges('"-l"'), ['-', 'l', '']);
  assert.deepEqual(edges('" ->"'), ['', ' ->', '']);
  assert.deepEqual(edges('"-"'), ['', '-', '']);
});
