import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { OutputFile } from '../exporter.ts';
import { parseXml } from './xml.ts';

/** The bytes of some outputs by path. */
export async function contents(files: Iterable<OutputFile>): Promise<Map<string, Buffer>> {
  const found = new Map<string, Buffer>();
  for (const { path, chunks } of files)
    found.set(path, Buffer.concat(Array.from(chunks(), (piece) => Buffer.from(piece))));
  return found;
}

/** The same as text. */
export async function texts(files: Iterable<OutputFile>): Promise<Map<string, string>> {
  return new Map([...(await contents(files))].map(([path, bytes]) => [path, bytes.toString('utf8')]));
}

/** For a test's `skip`: why it cannot run, or false. `program` is started with `flag` to see whether it is there. */
export const absent = (program: string, flag = '--version'): string | false =>
  spawnSync(program, [flag]).error ? `${program} is not installed` : false;

/**
 * Checks a document: well-formed, and valid against a RELAX NG schema of `fixtures/schemas/` (with xmllint).
 * @throws {AssertionError} with the parser's or xmllint's words
 */
export function relaxNg(schema: 'atom' | 'sitemap' | 'opensearch', text: string, name: string): void {
  parseXml(text);
  const file = fileURLToPath(new URL(`../fixtures/schemas/${schema}.rng`, import.meta.url));
  const { status, stderr } = spawnSync('xmllint', ['--noout', '--nonet', '--relaxng', file, '-'], {
    input: text,
    encoding: 'utf8',
  });
  assert.equal(status, 0, `${name}: ${stderr}`);
}
