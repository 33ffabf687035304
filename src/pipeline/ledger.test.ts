import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FileRepairs } from '../cache/repair-texts.ts';
import type { RepairRule } from '../repair-rules.ts';
import type { Repair } from '../types.ts';
import { Ledger } from './ledger.ts';

const repair = (rule: RepairRule, line = 1): Repair => ({ rule, line, before: '前', after: '后' });

/** A ledger, and what it reads the repairs of its files with. */
function ledgerOf(files: Readonly<Record<string, readonly Repair[]>>) {
  const ledger = new Ledger();
  for (const [file, repairs] of Object.entries(files)) {
    const counts: Record<string, number> = {};
    for (const { rule } of repairs) counts[rule] = (counts[rule] ?? 0) + 1;
    ledger.add({ file, counts, text: { store: '', from: 0, to: 0 } });
  }
  return ledger.facts(({ file }: FileRepairs) => files[file] ?? []);
}

test('repairs are counted by rule, most frequent first, with one example a file and twelve at most', () => {
  const others = Array.from({ length: 20 }, (_, at) => [`b${at}.md`, [repair('front-matter')]]);
  const [first, second] = ledgerOf({
    'a.md': [repair('encoding'), repair('front-matter'), repair('encoding', 2)],
    ...Object.fromEntries(others),
  });
  assert.ok(first && second);
  assert.deepEqual([first.rule, first.count, first.examples.length], ['front-matter', 21, 12]);
  assert.deepEqual([second.rule, second.count], ['encoding', 2]);
  assert.deepEqual(second.examples, [{ file: 'a.md', repair: repair('encoding') }]);
});
