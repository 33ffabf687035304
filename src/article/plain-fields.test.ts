import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isMap, parseDocument } from 'yaml';
import { plainFields } from './plain-fields.ts';

test('plain front matter is read with its lines', () => {
  assert.deepEqual(
    plainFields(['url: https://example.org/a', 'title: 快讯 12:30', "id: '007'", 'tags:'], 2),
    [
      { key: 'url', value: 'https://example.org/a', line: 2 },
      { key: 'title', value: '快讯 12:30', line: 3 },
      { key: 'id', value: '007', line: 4 },
      { key: 'tags', value: '', line: 5 },
    ],
  );
});

test('what YAML reads otherwise than it looks is left to YAML', () => {
  for (const line of [
    'a: b: c',
    'a: b #c',
    'a: [b]',
    'a: &b',
    'a: |',
    "a: 'b''c'",
    'a: "b\\n"',
    'a: b:',
    '- a',
    'a:b',
    '',
    '# a',
    ' a: b',
  ])
    assert.equal(plainFields(['x: 1', line], 1), null, line);
  assert.equal(plainFields(['a: 1', 'a: 2'], 1), null);
});

test('whatever is read as plain, YAML reads the same', () => {
  const pieces = [
    ...'ab汉1 :#-"\'[]{},&*!|>%@`?~.=<\\/\t',
    ': ',
    ' #',
    'a: ',
    '“',
    '\u3000',
    '——',
    '...',
    '---',
  ];
  const line = fc
    .array(fc.oneof(fc.constantFrom('a', '汉', '1', ' '), fc.constantFrom(...pieces)), { maxLength: 8 })
    .map((parts) => parts.join(''));
  const lines = fc.array(
    fc.tuple(fc.constantFrom('a', 'b', 'c-d', 'E_1'), fc.constantFrom(': ', ':', ':  '), line),
    { maxLength: 2 },
  );
  let plain = 0;
  fc.assert(
    fc.property(lines, (parts) => {
      const written = parts.map((part) => part.join(''));
      const fields = plainFields(written, 1);
      if (fields === null || fields.length === 0) return;
      plain++;
      const document = parseDocument(written.join('\n'), { schema: 'failsafe', prettyErrors: false });
      assert.deepEqual(document.errors, []);
      assert.ok(isMap(document.contents));
      const data: Map<string, string | null> = document.toJS({ mapAsMap: true });
      assert.deepEqual(
        fields.map(({ key, value }) => [key, value]),
        [...data].map(([key, value]) => [key, value ?? '']),
      );
    }),
    { numRuns: 5000, seed: 18089 },
  );
  assert.ok(plain > 300);
});
