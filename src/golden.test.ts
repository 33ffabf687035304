import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, test } from 'node:test';
import { Folder } from './files/testing.ts';
import { expectFile } from './golden.ts';

const { UPDATE, CI } = process.env;
const set = (name: 'UPDATE' | 'CI', value: string | undefined): void => {
  if (value === undefined) delete process.env[name];
  else process.env[name] = value;
};

beforeEach(() => {
  set('UPDATE', undefined);
  set('CI', undefined);
});

afterEach(() => {
  set('UPDATE', UPDATE);
  set('CI', CI);
});

test('a missing file and a different one are failures, and nothing is written', () => {
  using folder = new Folder();
  folder.write({ there: 'old' });
  assert.throws(() => expectFile(folder.at('missing'), 'x'), /missing is missing: run with UPDATE=1/);
  assert.throws(() => expectFile(folder.at('there'), 'new'));
  expectFile(folder.at('there'), 'old');
  assert.ok(!existsSync(folder.at('missing')));
});

test('UPDATE=1 writes the file, except where CI runs', () => {
  using folder = new Folder();
  set('UPDATE', '1');
  expectFile(folder.at('file'), 'new');
  assert.equal(readFileSync(folder.at('file'), 'utf8'), 'new');
  set('CI', 'true');
  assert.throws(() => expectFile(folder.at('file'), 'newer'));
  assert.throws(() => expectFile(folder.at('other'), 'x'), /other is missing/);
});
