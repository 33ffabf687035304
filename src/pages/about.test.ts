import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { ALIASES } from '../article/field.ts';
import { locales } from '../locales/index.ts';
import { sentenceOf } from './repairs.ts';

/** Rules as the sources name them: the first argument of `warning`, `info` and the like, and `rule: '…'`. */
const NAMED = /\b(?:(?:warning|info)\((?:[^`"();,]*\?)?|rule:)\s*'([a-z-]+)'(?:\s*:\s*'([a-z-]+)')?/g;

test('Every rule that a problem is reported under has a sentence for readers.', () => {
  const source = new URL('../', import.meta.url);
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' });
  const rules = new Set<string>(Object.keys(ALIASES));
  for (const file of files.filter((name) => /(?<!\.test)\.ts$/.test(name)))
    for (const [, first, second] of readFileSync(
      new URL(file.replaceAll('\\', '/'), source),
      'utf8',
    ).matchAll(NAMED))
      for (const rule of [first, second]) if (rule) rules.add(rule);
  assert.ok(rules.size > 30, `${rules.size} rules`);
  for (const t of Object.values(locales)) {
    const nothing = [...rules].filter((rule) => sentenceOf(t.problemRules, rule) === rule);
    assert.deepEqual(nothing, []);
  }
});

test('A rule without a sentence falls back to its name.', () => {
  assert.equal(sentenceOf(locales['zh-Hans'].problemRules, 'not-a-rule'), 'not-a-rule');
});
