import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { UserError } from '../src/errors.ts';
import { run } from './cli.ts';

/** What a failing command prints. */
async function printed(error: unknown): Promise<string> {
  const lines: string[] = [];
  const write = mock.method(process.stderr, 'write', (text: string) => lines.push(text) > 0);
  try {
    await run(() => Promise.reject(error));
    assert.equal(process.exitCode, 1);
  } finally {
    write.mock.restore();
    process.exitCode = 0;
  }
  return lines.join('');
}

test('what a person can mend is a sentence, a fault of ours a stack trace', async () => {
  assert.equal(await printed(new UserError('x.md: mend it')), 'x.md: mend it\n');
  assert.match(await printed(new TypeError('boom')), /please report it:\nTypeError: boom\n {4}at /);
});

test('a full disk is a sentence, wherever it was noticed', async () => {
  const full = new Error('ENOSPC: no space left on device, write');
  for (const error of [full, new Error('Eleventy: cannot write', { cause: full })])
    assert.match(await printed(error), /^The disk is full \(ENOSPC: .*write\): make room and start again\./);
});
