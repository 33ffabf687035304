import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';
import { type ProcessState, ProcessTree, parseStatus } from './process-tree.ts';

const STATUS =
  'Name:\tnode (a) PPid: 9\nState:\tS (sleeping)\nPid:\t7\nPPid:\t3\nVmPeak:\t  900 kB\nVmRSS:\t  120 kB\n';

test('a process is read with its parent and its resident memory', () => {
  assert.deepEqual(parseStatus(7, STATUS), { pid: 7, parent: 3, resident: 120 * 1024 });
});

test('a process that has ended holds no memory, and a text that is no status is nobody', () => {
  assert.deepEqual(parseStatus(7, STATUS.replace(/VmRSS.*\n/, '')), { pid: 7, parent: 3, resident: 0 });
  assert.equal(parseStatus(7, ''), null);
});

const state = (pid: number, parent: number, resident: number): ProcessState => ({ pid, parent, resident });

test('a tree is a process with its children and theirs, in whatever order they are listed, and nobody else', () => {
  const processes = [
    state(4, 3, 1000),
    state(3, 2, 100),
    state(1, 0, 1),
    state(2, 1, 10),
    state(5, 1, 10_000),
  ];
  assert.equal(new ProcessTree(2).sum(processes), 1110);
  assert.equal(new ProcessTree(5).sum(processes), 10_000);
  assert.equal(new ProcessTree(6).sum(processes), 0);
});

test('a process stays in the tree when its parent ends, and a newcomer is taken in', () => {
  const tree = new ProcessTree(2);
  assert.equal(tree.sum([state(2, 1, 10), state(3, 2, 100), state(4, 3, 1000)]), 1110);
  assert.equal(tree.sum([state(2, 1, 10), state(4, 1, 1000), state(9, 4, 5)]), 1015);
});

test('the memory of a grandchild counts', { skip: process.platform !== 'linux' }, async () => {
  const holder = "Buffer.alloc(64e6, 1); process.stdout.write('x'); setInterval(() => globalThis.kept, 1e3);";
  const inner = `globalThis.kept = ${holder}`;
  const outer = `require('child_process').spawn(process.execPath, ['-e', ${JSON.stringify(inner)}], { stdio: ['ignore', 'inherit', 'ignore'] })`;
  const child = spawn(process.execPath, ['-e', outer], {
    stdio: ['ignore', 'pipe', 'ignore'],
    detached: true,
  });
  try {
    assert.ok(child.stdout && child.pid);
    await once(child.stdout, 'data');
    const tree = new ProcessTree(child.pid);
    const memory = tree.memory() ?? 0;
    assert.ok(memory >= 64e6, `${memory} bytes`);
    assert.ok(memory < 2 * (tree.memory() ?? 0), 'a second look finds the same processes');
  } finally {
    if (child.pid) process.kill(-child.pid);
  }
});
