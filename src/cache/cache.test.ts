import assert from 'node:assert/strict';
import { readdirSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { Folder } from '../files/testing.ts';
import { Cache } from './cache.ts';

const never = (): Uint8Array => assert.fail('made again');

test('a thing is made once, and found by later builds under its key only', () => {
  using folder = new Folder();
  const dir = folder.at('.cache', 'new');
  new Cache(dir).get('a', () => Uint8Array.of(1, 2));
  assert.deepEqual([...new Cache(dir).get('a', never)], [1, 2]);
  assert.equal(new Cache(dir).find('b'), null);
  assert.deepEqual([new Cache(dir).has('a'), new Cache(dir).has('b')], [true, false]);
});

test('nothing is kept as well as something', () => {
  using folder = new Folder();
  new Cache(folder.dir).get('a', () => Uint8Array.of());
  assert.deepEqual([...new Cache(folder.dir).get('a', never)], []);
});

test('a damaged or truncated thing is made anew', () => {
  using folder = new Folder();
  for (const damage of ['', 'ab', 'something else']) {
    new Cache(folder.dir).put('a', Uint8Array.of(1, 2));
    writeFileSync(folder.at('a'), damage);
    assert.equal(new Cache(folder.dir).find('a'), null);
    assert.deepEqual([...new Cache(folder.dir).get('a', () => Uint8Array.of(3))], [3], damage);
    assert.deepEqual([...new Cache(folder.dir).get('a', never)], [3], damage);
  }
});

test('what nobody asked for is removed, but not by a build that asked for nothing', () => {
  using folder = new Folder();
  const first = new Cache(folder.dir);
  for (const key of ['a', 'b', 'c', 'd']) first.put(key, Uint8Array.of(1));
  new Cache(folder.dir).sweep();
  assert.deepEqual(readdirSync(folder.dir).sort(), ['a', 'b', 'c', 'd']);
  const second = new Cache(folder.dir);
  second.get('b', never);
  second.file('d');
  second.sweep();
  assert.deepEqual(readdirSync(folder.dir).sort(), ['b', 'd']);
});
