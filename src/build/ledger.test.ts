import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Ledger } from './ledger.ts';

const repair = (rule: string, line = 1) => ({ rule, line, before: '前', after: '后' });

test('repairs are counted by rule, most frequent first, with one example a file and twelve at most', () => {
  const ledger = new Ledger();
  ledger.add({ file: 'a.md', repairs: [repair('encoding'), repair('front-matter'), repair('encoding', 2)] });
  for (let at = 0; at < 20; at++) ledger.add({ file: `b${at}.md`, repairs: [repair('front-matter')] });
  const [first, second] = ledger.facts();
  assert.ok(first && second);
  assert.deepEqual([first.rule, first.count, first.examples.length], ['front-matter', 21, 12]);
  assert.deepEqual([second.rule, second.count], ['encoding', 2]);
  assert.deepEqual(second.examples, [{ file: 'a.md', repair: repair('encoding') }]);
  assert.match(first.summary, /\p{Script=Han}/u);
});

test('a rule that nothing is written of is named by its id', () => {
  const ledger = new Ledger();
  ledger.add({ file: 'a.md', repairs: [repair('no-such-rule')] });
  assert.equal(ledger.facts()[0]?.summary, 'no-such-rule');
});
