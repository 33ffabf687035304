import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { test } from 'node:test';
import { UserError } from '../errors.ts';
import { Folder, treeOf } from '../files/testing.ts';
import { silent } from '../progress.ts';
import { build } from './build.ts';
import type { BuildOptions } from './build-options.ts';

const article = (title: string) => `---\ntitle: ${title}\ntime: 2013-08-01 08:00\n---\n\n灯一直亮着。\n`;
const CONTENT = {
  'content/1.md': article('一'),
  'content/2.md': article('二'),
  'content/archive.yml': 'search: {pagefind: off}\n',
};
/** Files that people and hosts put into a published site. */
const FOREIGN = {
  'dist/.git/HEAD': 'ref: refs/heads/gh-pages',
  'dist/.nojekyll': '',
  'dist/.well-known/security.txt': 'Contact: x',
  'dist/CNAME': 'example.org',
  'dist/uploads/2013/08/a.html': '<p>',
  'dist/2013/08/photo.png': 'png',
  'dist/2013/08/18089.html': '<p>',
};

const buildIn = (folder: Folder, more: Partial<BuildOptions> = {}) =>
  build({
    contentDir: folder.at('content'),
    outDir: folder.at('dist'),
    cacheDir: folder.at('.cache'),
    progress: silent,
    ...more,
  });

/** All names below a folder, links as they stand. */
const namesIn = (folder: Folder): string[] =>
  readdirSync(folder.dir, { recursive: true, encoding: 'utf8' }).sort();

function assertForeign(folder: Folder): void {
  const tree = treeOf(folder.at('dist'));
  for (const [name, text] of Object.entries(FOREIGN))
    assert.equal(tree.get(name.slice(5))?.toString(), text, name);
}

test('rebuilds, warm and cold, remove what they made and nothing else', async () => {
  using folder = new Folder();
  folder.write(CONTENT);
  await buildIn(folder);
  folder.write(FOREIGN);
  for (const cacheDir of [folder.at('.cache'), null, folder.at('other')]) {
    folder.write({ 'content/3.md': article('三') });
    await buildIn(folder, { cacheDir });
    rmSync(folder.at('content/3.md'));
    const { changes } = await buildIn(folder, { cacheDir });
    assert.deepEqual(
      changes.removed.filter((file) => /\.(?:html|md)$/.test(file)),
      ['2013/08/3.html', '2013/08/3.md'],
    );
    assertForeign(folder);
  }
  // Where nothing changed, somebody else's files are no reason to begin.
  assert.equal((await buildIn(folder, { cacheDir: folder.at('other') })).rendered, 0);
});

test('a clone of a published site is asked about, and taken over without losing what is not ours', async () => {
  using folder = new Folder();
  folder.write(CONTENT);
  await buildIn(folder);
  folder.write(FOREIGN);
  cpSync(folder.at('dist'), folder.at('clone'), { recursive: true });
  rmSync(folder.at('dist'), { recursive: true });
  rmSync(folder.at('dist-files.txt'));
  renameSync(folder.at('clone'), folder.at('dist'));
  rmSync(folder.at('content/2.md'));
  const before = treeOf(folder.at('dist'));
  await assert.rejects(
    buildIn(folder),
    (error) => error instanceof UserError && /--adopt/.test(error.message),
  );
  assert.deepEqual(treeOf(folder.at('dist')), before);
  const { changes } = await buildIn(folder, { adopt: true });
  assert.ok(changes.removed.includes('2013/08/2.html'));
  await buildIn(folder);
  const tree = treeOf(folder.at('dist'));
  for (const name of ['CNAME', '.git/HEAD', '2013/08/photo.png', 'uploads/2013/08/a.html'])
    assert.ok(tree.has(name), name);
});

test('somebody else’s file or link where the site wants its own is a sentence, and both stay as they are', async () => {
  for (const put of [
    (folder: Folder) => folder.write({ 'dist/index.html': 'mine' }),
    (folder: Folder) => folder.write({ 'dist/2013': 'mine' }),
    (folder: Folder) => {
      mkdirSync(folder.at('elsewhere'));
      symlinkSync(folder.at('elsewhere'), folder.at('dist/2013'));
    },
  ]) {
    using folder = new Folder();
    folder.write({ 'content/archive.yml': CONTENT['content/archive.yml'] });
    await buildIn(folder);
    rmSync(folder.at('dist-files.txt'));
    folder.write({ ...CONTENT, 'dist-files.txt': '404.html\n' });
    rmSync(folder.at('dist/index.html'), { force: true });
    put(folder);
    const before = namesIn(folder);
    await assert.rejects(
      buildIn(folder, { cacheDir: null }),
      (error) =>
        error instanceof UserError &&
        /no build made it; move it away, or choose another --out/.test(error.message),
    );
    assert.deepEqual(namesIn(folder), before);
  }
});

test('an output that is a link is built where it leads', async () => {
  using folder = new Folder();
  folder.write(CONTENT);
  mkdirSync(folder.at('far/site'), { recursive: true });
  symlinkSync(folder.at('far/site'), folder.at('dist'));
  await buildIn(folder);
  await buildIn(folder);
  assert.ok(treeOf(folder.at('far/site')).has('2013/08/1.html'));
});
