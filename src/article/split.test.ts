import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parsedHead, plainHead } from './split.ts';

test('plain fields between plain fences are what remark reads there', () => {
  const line = fc.constantFrom(
    'title: 一',
    'time: 2013-08-01 07:11',
    'name: "林一"',
    "id: '7'",
    'layout:',
    'a: b',
    '- x',
    '# y',
    '',
    '---',
    ' c: d',
  );
  let plain = 0;
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 6 }), (lines) => {
      const value = lines.join('\n');
      const head = plainHead('---\n', value, '---');
      if (head === null) return;
      plain++;
      assert.deepEqual(parsedHead(`---\n${value}\n---`), head);
    }),
    { numRuns: 2000, seed: 18089 },
  );
  assert.ok(plain > 100, `${plain} plain`);
});
