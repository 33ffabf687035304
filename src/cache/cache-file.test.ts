import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { Folder } from '../files/testing.ts';
import { CacheFile, DamagedCache, writeCacheFile } from './cache-file.ts';

const BLOCK = 1 << 16;
const bytesOf = (length: number): Buffer =>
  Buffer.from(Uint8Array.from({ length }, (_, at) => (at * 7) % 251));

/** Reads all of a file. */
function readWhole(name: string): Buffer {
  using file = new CacheFile(name);
  return Buffer.from(file.read(0, file.size));
}

test('any bytes of the content come back, however it was written, across blocks too', () => {
  using folder = new Folder();
  const name = folder.at('a');
  const length = fc.oneof(
    fc.integer({ min: 0, max: 300 }),
    fc.constantFrom(BLOCK - 1, BLOCK, BLOCK + 1, 2 * BLOCK + 5),
  );
  const cuts = fc.array(fc.nat(3 * BLOCK), { maxLength: 6 });
  fc.assert(
    fc.property(length, cuts, cuts, (size, writes, reads) => {
      const content = bytesOf(size);
      const within = (list: number[]) => [0, ...list.map((at) => at % (size + 1)), size];
      const places = within(writes).sort((a, b) => a - b);
      writeCacheFile(
        name,
        places.slice(1).map((to, at) => content.subarray(places[at], to)),
      );
      using file = new CacheFile(name);
      assert.equal(file.size, size);
      for (const a of within(reads))
        for (const b of within(reads)) {
          const [from, to] = [Math.min(a, b), Math.max(a, b)];
          assert.ok(file.read(from, to).equals(content.subarray(from, to)), `${from} to ${to} of ${size}`);
        }
    }),
    { numRuns: 60 },
  );
});

test('nothing is a content, too', () => {
  using folder = new Folder();
  writeCacheFile(folder.at('a'), []);
  assert.equal(readWhole(folder.at('a')).length, 0);
});

test('a file cut short anywhere, or with any bit turned, is damaged', () => {
  using folder = new Folder();
  const name = folder.at('a');
  for (const size of [0, 40]) {
    writeCacheFile(name, [bytesOf(size)]);
    const whole = readFileSync(name);
    for (let length = 0; length < whole.length; length++) {
      writeFileSync(name, whole.subarray(0, length));
      assert.throws(() => readWhole(name), DamagedCache, `cut at ${length}`);
    }
    for (let bit = 0; bit < whole.length * 8; bit++) {
      const damaged = Buffer.from(whole);
      damaged[bit >> 3] = (damaged[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      writeFileSync(name, damaged);
      assert.throws(() => readWhole(name), DamagedCache, `bit ${bit}`);
    }
  }
});

test('any bytes at all, a folder and nothing are damaged', () => {
  using folder = new Folder();
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
      writeFileSync(folder.at('a'), bytes);
      assert.throws(() => readWhole(folder.at('a')), DamagedCache);
    }),
  );
  assert.throws(() => readWhole(folder.dir), DamagedCache);
  assert.throws(() => readWhole(folder.at('none')), DamagedCache);
});

test('a damaged block is met where it is read, and a place outside of the content is damage', () => {
  using folder = new Folder();
  const name = folder.at('a');
  const content = bytesOf(2 * BLOCK);
  writeCacheFile(name, [content]);
  const bytes = readFileSync(name);
  bytes[BLOCK + 10] = 255;
  writeFileSync(name, bytes);
  using file = new CacheFile(name);
  assert.ok(file.read(0, BLOCK).equals(content.subarray(0, BLOCK)));
  assert.throws(() => file.read(BLOCK - 1, BLOCK + 1), DamagedCache);
  for (const [from, to] of [
    [-1, 1],
    [2, 1],
    [0, 2 * BLOCK + 1],
    [Number.NaN, 1],
  ] as const)
    assert.throws(() => file.read(from, to), DamagedCache, `${from} to ${to}`);
});

test('what cannot be made to its end leaves the file as it was', () => {
  using folder = new Folder();
  writeCacheFile(folder.at('a'), [bytesOf(3)]);
  function* failing(): Generator<Uint8Array> {
    yield bytesOf(5);
    throw new Error('no more');
  }
  assert.throws(() => writeCacheFile(folder.at('a'), failing()), /no more/);
  assert.ok(readWhole(folder.at('a')).equals(bytesOf(3)));
  assert.deepEqual(readdirSync(folder.dir), ['a']);
});
