import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CHAR_PREFIX, eachGram, gramKey } from './grams.ts';
import { parseQuery } from './language.ts';
import { planTerm } from './plan.ts';

/** The keys of all grams of a text; words with `^` before them. */
function grams(text: string): string[] {
  const keys: string[] = [];
  eachGram(text, {
    gram: (high, low) => keys.push(gramKey(high, low).replace(CHAR_PREFIX, '')),
    word: (key) => keys.push(`^${key}`),
  });
  return keys;
}

const indexed: [text: string, keys: string][] = [
  ['段简直', '段 段简 简 简直 直'],
  ['a，b', '^a a ^b b'],
  ['c++', '^c++ c++ ++ +'],
  ['node.js', '^node.js nod ode de. e.j .js ^js js s'],
  ['5.0版', '^5.0 5.0 .0 ^0 0版 版'],
  ['版5', '版 版5 ^5 5'],
  ['𠮷野', '𠮷 𠮷野 野'],
  ['かガ', 'か かガ ガ'],
  ['🚀', '🚀'],
  ['a\ud800', '^a a'],
  ['……“”', ''],
];

for (const [text, keys] of indexed)
  test(`the grams of ${JSON.stringify(text)}`, () => {
    assert.deepEqual(grams(text), keys.split(' ').filter(Boolean));
  });

/** Keys with their offsets; `*` after a prefix, `=` where the plan is exact. */
function plan(query: string): string {
  const [term] = parseQuery(query).all;
  if (!term) return '';
  const { grams: needed, exact } = planTerm(term);
  const list = needed.map(
    ({ key, prefix, at }) =>
      `${key.replace(CHAR_PREFIX, '').replace('\u0002', '^')}${prefix ? '*' : ''}@${at}`,
  );
  return list.join(' ') + (exact ? ' =' : '');
}

const planned: [query: string, plan: string][] = [
  ['微', '微@0 ='],
  ['微信', '微信@0 ='],
  ['微信支付', '微信@0 信支@1 支付@2'],
  ['臺灣', '台湾@0 ='],
  ['iphone', '^iphone*@0 ='],
  ['iPhone手机', '^iphone@0 e手@5 手机@6'],
  ['"phon"', 'pho@0 hon@1'],
  ['"ai"', 'ai*@0 ='],
  ['"5.0版"', '5.0@0 ^0@2 0版@2'],
  ['5.0版', '^5.0@0 0版@2'],
  ['"版，5"', '版@0 ^5*@2'],
  ['c#', '^c#*@0 ='],
  ['"信 支"', '信@0 支@2'],
  ['kubernetescluster', '^kubernetescl@0 ust@12 ter@14'],
  ['"，。"', ''],
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
  ['微信 微信', ['微信'], []],
  ['""', [], []],
];

for (const [query, all, none] of read)
  test(`the query ${query} is read`, () => {
    const found = parseQuery(query);
    assert.deepEqual([found.all.map((term) => term.text), found.none.map((term) => term.text)], [all, none]);
  });
