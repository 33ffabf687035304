import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** Compares a text with the file that says how it must be; `UPDATE=1` writes the file first, but never where CI runs. */
export function expectFile(file: string, actual: string): void {
  if (process.env.UPDATE === '1' && !process.env.CI) writeFileSync(file, actual);
  assert.ok(existsSync(file), `${file} is missing: run with UPDATE=1 and read what it writes`);
  assert.equal(actual, readFileSync(file, 'utf8'));
}
