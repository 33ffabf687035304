import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { strictUri } from './uri.ts';

const cases: [string, string][] = [
  ['https://a.example/b?c=d#e', 'https://a.example/b?c=d#e'],
  ['https://a.example/#/#room:b.example', 'https://a.example/#/%23room:b.example'],
  ['https://a.example/[1]|{2}?x=[3]', 'https://a.example/%5B1%5D%7C%7B2%7D?x=%5B3%5D'],
  ['https://a.example/100%', 'https://a.example/100%25'],
  ['http://[::1]:8080/中文', 'http://[::1]:8080/%E4%B8%AD%E6%96%87'],
  ['http://a.example/b?#', 'http://a.example/b'],
  ['mailto:a@b.example', 'mailto:a@b.example'],
];

test('an address keeps what RFC 3986 allows and escapes the rest', () => {
  for (const [given, expected] of cases) assert.equal(strictUri(given), expected);
});

test('escaping twice changes nothing more, and the address still leads to the same place', () => {
  fc.assert(
    fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (address) => {
      const once = strictUri(address);
      assert.equal(strictUri(once), once);
      assert.equal(new URL(once).host, new URL(address).host);
    }),
  );
});
