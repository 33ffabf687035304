import assert from 'node:assert/strict';
import test from 'node:test';
import { type Press, wantsSearch } from './shortcuts.ts';

const press = (key: string, change: Partial<Press> = {}): Press => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  isComposing: false,
  keyCode: 0,
  ...change,
});

const cases: [name: string, press: Press, typing: boolean, single: boolean, expected: boolean][] = [
  ['/ outside of fields', press('/'), false, true, true],
  ['/ in a field is a letter', press('/'), true, true, false],
  ['/ once switched off', press('/'), false, false, false],
  ['Ctrl-K', press('k', { ctrlKey: true }), false, true, true],
  ['⌘-K in a field, single keys off', press('K', { metaKey: true }), true, false, true],
  ['k alone', press('k'), false, true, false],
  ['Ctrl-/', press('/', { ctrlKey: true }), false, true, false],
  ['AltGr-K is a letter somewhere', press('k', { ctrlKey: true, altKey: true }), false, true, false],
  ['a composing key', press('/', { isComposing: true }), false, true, false],
  ['a composing key as Safari reports it', press('/', { keyCode: 229 }), false, true, false],
];
for (const [name, key, typing, single, expected] of cases)
  test(`${name}: ${expected ? 'goes to the field' : 'is left alone'}`, () =>
    assert.equal(wantsSearch(key, typing, single), expected));
