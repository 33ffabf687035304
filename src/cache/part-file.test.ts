import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { Folder } from '../pipeline/testing.ts';
import { PartFile, writePart } from './part-file.ts';
import { DamagedPack } from './store.ts';

const BLOCK = 1 << 18;
const bytesOf = (length: number): Uint8Array => Uint8Array.from({ length }, (_, at) => (at * 7) % 251);

test('any piece of a part comes back, across blocks too', () => {
  using folder = new Folder();
  for (const length of [1, 100, BLOCK - 1, BLOCK, BLOCK + 1, 2 * BLOCK + 5]) {
    const part = bytesOf(length);
    writePart(folder.at('a.part'), part);
    using file = new PartFile(folder.at('a.part'));
    assert.equal(file.size, length);
    for (const [from, to] of [
      [0, length],
      [0, 1],
      [length - 1, length],
      [Math.max(0, length - BLOCK - 3), length - 1],
    ] as const)
      assert.deepEqual(Buffer.from(file.read(from, to)), Buffer.from(part.subarray(from, to)));
  }
});

test('a damaged block is met where it is read, and a part cut short anywhere', () => {
  using folder = new Folder();
  const name = folder.at('a.part');
  writePart(name, bytesOf(2 * BLOCK));
  const whole = readFileSync(name);
  whole[BLOCK + 10] = 255;
  writeFileSync(name, whole);
  {
    using file = new PartFile(name);
    file.read(0, BLOCK);
    assert.throws(() => file.read(BLOCK - 1, BLOCK + 1), DamagedPack);
  }
  writePart(name, bytesOf(BLOCK + 100));
  const other = readFileSync(name);
  for (const length of [other.length - 1, BLOCK + 8, BLOCK, 50, 3, 0]) {
    writeFileSync(name, other.subarray(0, length));
    using file = new PartFile(name);
    assert.throws(() => file.read(0, BLOCK + 100), DamagedPack, `cut at ${length}`);
  }
});
