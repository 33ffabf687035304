import assert from 'node:assert/strict';
import { test } from 'node:test';
import { boundFields } from './bound-fields.ts';
import type { Value } from './field.ts';

const bound = (key: string, value: Value) => boundFields([{ key, value, line: 7 }]);

test('fields of a sane length stay as they are', () => {
  for (const [key, value] of [
    ['title', '字'.repeat(500)],
    ['tags', Array.from({ length: 100 }, (_, at) => `标签${at}`)],
    ['author', ['甲'.repeat(60), '乙'.repeat(60)]],
    ['url', `https://example.org/${'a'.repeat(900)}`],
    ['anything', '字'.repeat(100_000)],
  ] as const)
    assert.deepEqual(bound(key, value as Value), {
      fields: [{ key, value, line: 7 }],
      warnings: [],
    });
});

test('what is cut stays whole among the data, with a line', () => {
  for (const [key, value] of [
    ['title', '字'.repeat(501)],
    ['作者', '字'.repeat(201)],
    ['author', Array.from({ length: 20_000 }, (_, at) => `作者${at}`)],
    ['tags', Array.from({ length: 20_000 }, (_, at) => `标签${at}`)],
    ['tags', Array.from({ length: 20_000 }, (_, at) => `标签${at}`).join('，')],
    ['tags', ['短', '长'.repeat(101)]],
    ['url', `https://example.org/${'a'.repeat(1_000_000)}`],
    ['id', 'a'.repeat(201)],
    ['time', '2013-08-01 '.repeat(1000)],
  ] as [string, Value][]) {
    const { fields, warnings } = bound(key, value);
    assert.deepEqual(fields.at(-1), { key: `${key}-in-full`, value, line: 7 });
    assert.equal(warnings.length, 1);
    assert.equal(warnings[0]?.line, 7);
    const [first, ...more] = fields;
    if (more.length > 0) assert.ok(JSON.stringify(first?.value).length < 12_000, key);
    else assert.ok(['url', 'id', 'time'].includes(key));
  }
});
