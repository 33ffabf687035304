import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { UserError } from '../errors.ts';
import { Folder } from '../files/testing.ts';
import { openWorkshop } from './lock.ts';

test('a workshop stands beside the output, empty, and goes when the build ends', () => {
  using folder = new Folder();
  {
    using workshop = openWorkshop(folder.at('dist'));
    assert.deepEqual(readdirSync(workshop.staging), []);
    writeFileSync(`${workshop.staging}/x`, '');
    assert.deepEqual(readdirSync(folder.dir), ['.dist.building']);
  }
  assert.deepEqual(readdirSync(folder.dir), []);
});

test('while another build is at work, the second says so and touches nothing', () => {
  using folder = new Folder();
  const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  try {
    folder.write({ '.dist.building/lock': String(other.pid), [`.dist.building/${other.pid}/page.html`]: '' });
    assert.throws(
      () => openWorkshop(folder.at('dist')),
      (error) =>
        error instanceof UserError &&
        error.message.includes(`another build (process ${other.pid}) is at work on it; wait for it`),
    );
    assert.ok(existsSync(folder.at('.dist.building', String(other.pid), 'page.html')));
  } finally {
    other.kill();
  }
});

test('what a dead build left is cleaned away, whatever its lock says', () => {
  using folder = new Folder();
  const dead = spawnSync(process.execPath, ['-e', '']).pid;
  for (const owner of [String(dead), '', 'x', '0']) {
    folder.write({ '.dist.building/lock': owner, [`.dist.building/${dead}/page.html`]: '' });
    using workshop = openWorkshop(folder.at('dist'));
    assert.deepEqual(readdirSync(workshop.staging), []);
    assert.equal(existsSync(folder.at('.dist.building', String(dead))), false);
  }
});

test('where nothing can be written beside the output, the build says so', () => {
  using folder = new Folder();
  folder.write({ file: '' });
  assert.throws(
    () => openWorkshop(folder.at('file', 'dist')),
    (error) => error instanceof UserError && /cannot be made .*choose another --out/.test(error.message),
  );
});
