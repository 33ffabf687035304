import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressKey, withoutDuplicates } from './duplicates.ts';
import { readingOf } from './testing.ts';

test('spellings of one address have one key', () => {
  const key = addressKey('https://example.org/a/1?page=2');
  for (const url of [
    'http://example.org/a/1?page=2',
    'https://www.example.org/a/1?page=2',
    'https://example.org/a/1/?page=2',
    'https://example.org/a/1?page=2#comments',
    'https://example.org/a/1?utm_source=weixin&page=2&utm_medium=x',
    'https://example.org/a/1?from=timeline&page=2&spm=1.2&share_token=3',
    'https://EXAMPLE.org/a/1?page=2',
  ])
    assert.equal(addressKey(url), key, url);
});

test('addresses of different pages have different keys', () => {
  const urls = [
    'https://example.org/a/1',
    'https://example.org/A/1',
    'https://example.org/a/2',
    'https://example.org/a/1?page=2',
    'https://example.org/a/1?page=3',
    'https://example.org:8080/a/1',
    'https://m.example.org/a/1',
    'https://example.org/?a=1&b=2',
    'https://example.org/?a=1%26b=2',
    'https://example.org/#!/a/1',
    'https://example.org/#/a/1',
    'https://example.org/#/a/2',
  ];
  assert.equal(new Set(urls.map(addressKey)).size, urls.length);
});

test('the order of fields in a query does not matter', () => {
  assert.equal(addressKey('https://example.org/?a=1&b=2'), addressKey('https://example.org/?b=2&a=1'));
});

test('the fuller text wins, and the other is reported with both names', () => {
  const { kept, problems } = withoutDuplicates([
    readingOf('a.md', { url: 'https://example.org/1', chars: 10 }),
    readingOf('b.md', { url: 'http://www.example.org/1/', chars: 20 }),
    readingOf('c.md', { url: 'https://example.org/2', chars: 5 }),
  ]);
  assert.deepEqual(kept.map(({ file }) => file).sort(), ['b.md', 'c.md']);
  assert.deepEqual(problems, [
    {
      file: 'a.md',
      line: 1,
      column: 1,
      severity: 'warning',
      rule: 'duplicate-url',
      message:
        'Unexpected second file for https://example.org/1, expected one: the fuller text of b.md is published; merge or delete one of them',
    },
  ]);
});

test('of equally full texts the first by file is kept', () => {
  const pair = ['b.md', 'a.md'].map((file) => readingOf(file, { url: 'https://example.org/1' }));
  for (const readings of [pair, [...pair].reverse()])
    assert.deepEqual(
      withoutDuplicates(readings).kept.map(({ file }) => file),
      ['a.md'],
    );
});

test('articles without an address are never duplicates', () => {
  assert.equal(withoutDuplicates([readingOf('a.md'), readingOf('b.md')]).kept.length, 2);
});
