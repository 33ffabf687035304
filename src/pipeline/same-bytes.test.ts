/**
 * A site is the same, byte for byte, whichever version of Node builds it. `JIUWEN_NODES` names other versions by their programs, one `:` (on Windows `;`)
 * between two; `npm i node@24` in a folder of its own brings one.
 */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cpSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { benchArticle } from '../bench/article.ts';
import { differences, Folder, treeOf } from '../files/testing.ts';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const NODES = (process.env.JIUWEN_NODES ?? '').split(path.delimiter).filter(Boolean);
const ARTICLES = 120;

test('a site is the same whichever version of Node builds it', {
  skip: NODES.length === 0 && 'JIUWEN_NODES names no other version of Node',
}, async (t) => {
  using folder = new Folder();
  for (const name of ['wild', '../../content'])
    cpSync(path.join(import.meta.dirname, name), folder.at('content', path.basename(name)), {
      recursive: true,
    });
  for (let number = 0; number < ARTICLES; number++) {
    const { file, text } = benchArticle(number, ARTICLES);
    folder.write({ [`content/${file}`]: text });
  }
  folder.write({ 'content/archive.yml': 'origin: https://example.org/\n' });
  const siteBy = async (node: string) => {
    const out = folder.at(`by-${NODES.indexOf(node)}`);
    const flags = ['--content', folder.at('content'), '--out', out, '--no-cache'];
    const run = [path.join(PROJECT, 'scripts/run.js'), 'build', ...flags];
    await promisify(execFile)(node, run, { cwd: folder.dir });
    return treeOf(out);
  };
  const expected = await siteBy(process.execPath);
  assert.ok(expected.size > 2 * ARTICLES);
  for (const node of NODES) {
    const { stdout } = await promisify(execFile)(node, ['--version']);
    assert.deepEqual(differences(await siteBy(node), expected), [], stdout);
    t.diagnostic(`Node ${process.version} and ${stdout.trim()}: ${expected.size} files, the same`);
  }
});
