import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, utimesSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Folder } from '../files/testing.ts';

const RUN = fileURLToPath(new URL('../../scripts/run.js', import.meta.url));

/** Module that ends the process at some files, as the system does where memory runs out: when they are read, or when their text is taken apart. */
const KILLER = `data:text/javascript,${encodeURIComponent(`
  import fs from 'node:fs';
  import { syncBuiltinESMExports } from 'node:module';
  const die = (file) => {
    fs.appendFileSync(process.env.DEATHS, file + '\\n');
    process.kill(process.pid, 'SIGKILL');
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  };
  const read = fs.readFileSync;
  fs.readFileSync = (file, ...more) => {
    if (/killer-[^/]*[.]md$/.test(String(file))) die(String(file));
    return read(file, ...more);
  };
  const decode = TextDecoder.prototype.decode;
  TextDecoder.prototype.decode = function (...bytes) {
    const text = decode.apply(this, bytes);
    if (/^---\\ntitle: deadly/.test(text)) die('text');
    return text;
  };
  syncBuiltinESMExports();
`)}`;

const article = (title: string) => `---\ntitle: ${title}\ntime: 2013-08-01\n---\n\n灯亮着。\n`;

/** Builds in a folder with workers that die, and says how often one did. */
async function deathsOfBuild(folder: Folder): Promise<number> {
  const deaths = folder.at('deaths');
  folder.write({ deaths: '' });
  const child = spawn(process.execPath, [RUN, 'build'], {
    cwd: folder.dir,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, NODE_OPTIONS: `--import ${KILLER}`, DEATHS: deaths },
  });
  let said = '';
  child.stderr.on('data', (data) => (said += data));
  const [code] = await once(child, 'close');
  assert.equal(code, 0, said);
  return readFileSync(deaths, 'utf8').split('\n').length - 1;
}

/** Files of which the report says that they ended their reader. */
const setAside = (folder: Folder): string[] =>
  (
    JSON.parse(readFileSync(folder.at('dist/report.json'), 'utf8')).problems as {
      file: string;
      rule: string;
    }[]
  )
    .filter(({ rule }) => rule === 'reader-died')
    .map(({ file }) => file);

test('an article that ends its reader is named and left out, all others are built, and the next build does not try it again', async () => {
  using folder = new Folder();
  folder.write({ 'content/archive.yml': 'search: {pagefind: off}\n' });
  const names = Array.from({ length: 270 }, (_, at) => `a${at}`);
  for (const name of names) folder.write({ [`content/${name}.md`]: article(name) });
  folder.write({
    'content/a100-killer-1.md': article('一'),
    'content/a101.md': article('deadly'),
    'content/b-killer-2.md': article('二'),
  });
  const dead = ['a100-killer-1.md', 'a101.md', 'b-killer-2.md'];
  assert.ok((await deathsOfBuild(folder)) >= 6);
  assert.deepEqual(setAside(folder), dead);
  for (const name of names.filter((one) => one !== 'a101'))
    assert.ok(existsSync(folder.at('dist/2013/08', `${name}.html`)), name);
  folder.write({ 'content/a5.md': article('别的') });
  assert.equal(await deathsOfBuild(folder), 0);
  assert.deepEqual(setAside(folder), dead);
  // The same bytes, checked out anew.
  utimesSync(folder.at('content/a101.md'), 1_000, 1_000);
  assert.equal(await deathsOfBuild(folder), 0);
  folder.write({ 'content/a101.md': article('活的') });
  assert.equal(await deathsOfBuild(folder), 0);
  assert.deepEqual(
    setAside(folder),
    dead.filter((file) => file !== 'a101.md'),
  );
});

test('an archive of a single article that ends its reader is built', async () => {
  using folder = new Folder();
  folder.write({ 'content/archive.yml': 'search: {pagefind: off}\n', 'content/killer-1.md': article('一') });
  assert.ok((await deathsOfBuild(folder)) > 0);
  assert.deepEqual(setAside(folder), ['killer-1.md']);
  assert.ok(existsSync(folder.at('dist/index.html')));
});
