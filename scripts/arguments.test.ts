import assert from 'node:assert/strict';
import { test } from 'node:test';
import { UserError } from '../src/errors.ts';
import { FOLDERS, help, readArguments, usage, wholeNumber } from './arguments.ts';

const SYNTAX = {
  command: 'npm run x --',
  names: { usage: 'HOST', least: 1, most: 1 },
  flags: { out: FOLDERS.out, force: { type: 'boolean', default: false, help: 'replace what is there' } },
} as const;

test('the usage and the help are made of the table of flags', () => {
  assert.equal(usage(SYNTAX), 'usage: npm run x -- HOST [--out DIR] [--force]');
  assert.deepEqual(help(SYNTAX).split('\n'), [
    usage(SYNTAX),
    '  --out DIR              folder of the built site (default dist)',
    '  --force                replace what is there',
    '',
  ]);
});

test('a line is read with the defaults of what it does not say', () => {
  const { values, names } = readArguments(SYNTAX, ['nginx', '--force']);
  assert.deepEqual([{ ...values }, names], [{ out: 'dist', force: true }, ['nginx']]);
});

test('an unknown flag, a flag without its value and a missing name are answered with the usage', () => {
  for (const line of [['nginx', '--fast'], ['nginx', '--out'], [], ['nginx', 'caddy']])
    assert.throws(
      () => readArguments(SYNTAX, line),
      (error) => error instanceof UserError && error.message.endsWith(`\n${usage(SYNTAX)}`),
    );
});

test('a number that is none, or too small, is refused by its flag', () => {
  assert.equal(wholeNumber('sample', '3', 1), 3);
  for (const value of ['0', '1.5', 'many'])
    assert.throws(
      () => wholeNumber('sample', value, 1),
      /Unexpected --sample .*, expected a whole number from 1/,
    );
});
