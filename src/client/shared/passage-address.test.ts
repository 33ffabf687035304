import assert from 'node:assert/strict';
import test from 'node:test';
import { readFragment, writeFragment } from './passage-address.ts';

test('a passage survives the way through the address', () => {
  const address = { passage: 12, strings: ['电商 & "x"', '#?=+'] };
  assert.deepEqual(readFragment(writeFragment(address)), address);
  assert.equal(writeFragment(null), '');
  assert.equal(writeFragment({ passage: null, strings: [] }), '');
});

test('a long string is cut in the address, between letters', () => {
  const strings = readFragment(writeFragment({ passage: 1, strings: [`${'字'.repeat(79)}𠮷野家`] }))?.strings;
  assert.deepEqual(strings, ['字'.repeat(79)]);
});

test('other fragments name no passage', () => {
  for (const hash of ['', '#', '#fn-1', '#p=', '#p=x', '#t=', '#t=%20', '#%E0%A4%A'])
    assert.equal(readFragment(hash), null, hash);
});
