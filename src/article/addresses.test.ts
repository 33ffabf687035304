import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { plainAddress, resolveUrl } from './addresses.ts';

const label = fc.stringMatching(/^[a-z0-9-]{1,6}$|^xn--[a-z]{1,3}$|^[A-Z]{2}$|^[0-9]{1,3}$|^中$/);
const path = fc.array(
  fc.constantFrom('/', 'a', 'B', '.', '..', '~', '%41', '_', '-', '?', '#', '中', ':', ' ', '\\'),
  {
    maxLength: 8,
  },
);
const address = fc
  .tuple(
    fc.constantFrom('http://', 'https://', 'HTTP://', '//', 'ftp://'),
    fc.array(label, { maxLength: 4 }),
    path,
  )
  .map(([scheme, labels, parts]) => scheme + labels.join('.') + parts.join(''));

test('an address that is taken for plain is what a parser makes of it', () => {
  fc.assert(
    fc.property(address, (text) => {
      const plain = plainAddress(text);
      if (!plain) return;
      const { host, pathname, search, hash, href } = new URL(text);
      assert.deepEqual([host, pathname, search, hash], [plain.host, plain.path, '', '']);
      assert.equal(resolveUrl(text, 'https://example.org/'), href);
    }),
    { numRuns: 5000 },
  );
});

test('common addresses are plain, and others are left to the parser', () => {
  assert.deepEqual(plainAddress('https://linux.cn/article-1-1.html'), {
    host: 'linux.cn',
    path: '/article-1-1.html',
  });
  assert.deepEqual(plainAddress('http://a-b.example.org'), { host: 'a-b.example.org', path: '/' });
  for (const other of [
    'http://1.2.3.4/',
    'http://localhost/',
    'https://a.org:80/',
    'https://a.org/../b',
    'https://a.org/?b',
  ])
    assert.equal(plainAddress(other), null, other);
  assert.equal(plainAddress(`https://${'a'.repeat(200_000)}`), null);
});
