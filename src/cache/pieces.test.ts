import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { PieceStore } from './pieces.ts';

function inFolder(work: (dir: string) => void): void {
  const dir = mkdtempSync(path.join(tmpdir(), 'jiuwen-pieces-'));
  try {
    work(dir);
  } finally {
    rmSync(dir, { recursive: true });
  }
}

const never = (): Uint8Array => assert.fail('made again');

test('a piece is made once', () => {
  inFolder((dir) => {
    new PieceStore(dir).get('a', () => Uint8Array.of(1, 2));
    assert.deepEqual([...new PieceStore(dir).get('a', never)], [1, 2]);
  });
});

test('a damaged or truncated piece is made anew', () => {
  inFolder((dir) => {
    for (const damage of ['', 'ab', 'something else']) {
      new PieceStore(dir).get('a', () => Uint8Array.of(1, 2));
      writeFileSync(path.join(dir, 'a'), damage);
      assert.deepEqual([...new PieceStore(dir).get('a', () => Uint8Array.of(3))], [3], damage);
      rmSync(path.join(dir, 'a'));
    }
  });
});

test('pieces out of use are removed, but not by a build that needed none', () => {
  inFolder((dir) => {
    const first = new PieceStore(dir);
    first.get('a', () => Uint8Array.of(1));
    first.get('b', () => Uint8Array.of(2));
    new PieceStore(dir).sweep();
    assert.deepEqual(readdirSync(dir).sort(), ['a', 'b']);
    const second = new PieceStore(dir);
    second.get('b', never);
    second.sweep();
    assert.deepEqual(readdirSync(dir), ['b']);
  });
});
