import assert from 'node:assert/strict';
import { test } from 'node:test';
import { UserError } from '../errors.ts';
import { Folder } from '../files/testing.ts';
import { measure, sizeOf } from './measure.ts';

const node = (script: string) => ({ program: process.execPath, args: ['-e', script], cwd: process.cwd() });

test('a command is measured to its end, with what it printed', async () => {
  const { seconds, peak, output } = await measure(
    node("setTimeout(() => { console.log('out'); console.error('err'); }, 400)"),
  );
  assert.ok(seconds >= 0.4);
  assert.deepEqual(output.trim().split('\n').sort(), ['err', 'out']);
  if (process.platform === 'linux') assert.ok(peak && peak > 10e6, `${peak} bytes`);
  else assert.equal(peak, null);
});

test('a command that fails, or that is none, is told with its last words', async () => {
  await assert.rejects(measure(node("console.log('too bad'); process.exit(3)")), {
    name: UserError.name,
    message: /ended with 3\ntoo bad/,
  });
  await assert.rejects(measure({ program: 'no-such-program', args: [], cwd: '.' }), {
    name: UserError.name,
    message: /no-such-program: cannot be run/,
  });
});

test('a directory is counted with everything below it', () => {
  using folder = new Folder();
  folder.write({ 'a.html': '12', 'b/c.html': '旧' });
  assert.deepEqual(sizeOf(folder.dir), { files: 2, bytes: 5 });
});
