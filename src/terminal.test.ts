import assert from 'node:assert/strict';
import { test } from 'node:test';
import { printable } from './terminal.ts';

test('nothing in a name or a title acts on the terminal or makes a line of its own', () => {
  const cases: [string, string][] = [
    ['\u001b]0;pwned\u0007.md', '\\x1b]0;pwned\\x07.md'],
    ['\u001b[2J一', '\\x1b[2J一'],
    ['a\r\nerror: b\t', 'a\\x0d\\x0aerror: b\\x09'],
    ['\u009b31m\u007f\u0000', '\\x9b31m\\x7f\\x00'],
    ['\u202egnp.exe\u2066\u2069\u200f\u061c', '\\u202egnp.exe\\u2066\\u2069\\u200f\\u061c'],
    ['a\u2028b\ud800\ufeff', 'a\\u2028b\\ud800\\ufeff'],
  ];
  for (const [text, shown] of cases) assert.equal(printable(text), shown);
});

test('text of any language stays as it is', () => {
  for (const text of ['机房的灯：“一直”亮着 · é ñ 👩‍🚀 — …', 'a\u00a0b\u3000c', ''])
    assert.equal(printable(text), text);
});
