import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { Folder } from '../pipeline/testing.ts';
import { readChecked, writeChecked } from './checked-file.ts';

test('what was written is read again, under the same key only', async () => {
  using folder = new Folder();
  const value = { 旧闻: [1, null, 'x\ny'] };
  await writeChecked(folder.at('a.json'), 'key', value);
  assert.deepEqual(readChecked(folder.at('a.json'), 'key'), value);
  assert.equal(readChecked(folder.at('a.json'), 'other'), null);
  assert.deepEqual(readdirSync(folder.dir), ['a.json']);
});

test('a missing file or a folder in its place gives nothing', () => {
  using folder = new Folder();
  assert.equal(readChecked(folder.at('a.json'), 'key'), null);
  assert.equal(readChecked(folder.dir, 'key'), null);
});

test('a file cut short anywhere, or with any bit turned, gives nothing', async () => {
  using folder = new Folder();
  const file = folder.at('a.json');
  await writeChecked(file, 'key', { 旧闻: [1, 2, 3] });
  const whole = readFileSync(file);
  for (let length = 0; length < whole.length; length++) {
    writeFileSync(file, whole.subarray(0, length));
    assert.equal(readChecked(file, 'key'), null, `cut at ${length}`);
  }
  for (let bit = 0; bit < whole.length * 8; bit++) {
    const damaged = Buffer.from(whole);
    damaged[bit >> 3] = (damaged[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    writeFileSync(file, damaged);
    assert.equal(readChecked(file, 'key'), null, `bit ${bit}`);
  }
});

test('any bytes at all give nothing', () => {
  using folder = new Folder();
  const file = folder.at('a.json');
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
      writeFileSync(file, bytes);
      assert.equal(readChecked(file, 'key'), null);
    }),
  );
});
