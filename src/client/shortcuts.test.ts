import assert from 'node:assert/strict';
import test from 'node:test';
import { type Command, commandOf, type Press } from './shortcuts.ts';

const press = (key: string, change: Partial<Press> = {}): Press => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  isComposing: false,
  keyCode: 0,
  ...change,
});

const cases: [name: string, press: Press, typing: boolean, single: boolean, expected: Command | null][] = [
  ['/ outside of fields', press('/'), false, true, 'search'],
  ['/ in a field is a letter', press('/'), true, true, null],
  ['/ once switched off', press('/'), false, false, null],
  ['Ctrl-K', press('k', { ctrlKey: true }), false, true, 'search'],
  ['⌘-K in a field, single keys off', press('K', { metaKey: true }), true, false, 'search'],
  ['k alone walks back', press('k'), false, true, 'previous'],
  ['j in a field is a letter', press('j'), true, true, null],
  ['? asks for help', press('?'), false, true, 'keys'],
  ['Ctrl-/', press('/', { ctrlKey: true }), false, true, null],
  ['Ctrl-J', press('j', { ctrlKey: true }), false, true, null],
  ['AltGr-K is a letter somewhere', press('k', { ctrlKey: true, altKey: true }), false, true, null],
  ['the name of something every object has', press('toString'), false, true, null],
  ['a composing key', press('/', { isComposing: true }), false, true, null],
  ['a composing key as Safari reports it', press('/', { keyCode: 229 }), false, true, null],
];
for (const [name, key, typing, single, expected] of cases)
  test(`${name}: ${expected ?? 'is left alone'}`, () =>
    assert.equal(commandOf(key, typing, single), expected));
