import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { UserError } from '../errors.ts';
import { scan } from './scan.ts';
import { Folder } from './testing.ts';

const names = (dir: string) => scan(dir).map(({ file }) => file);

test('articles are found in any folder, by their endings, in code unit order', () => {
  using folder = new Folder();
  folder.write({
    'b.md': '',
    'a/z.MD': '',
    'a/y.markdown': '',
    '旧闻/x.mdown': '',
    'B.md': '',
    'archive.yml': '',
    'picture.png': '',
    'readme.md.bak': '',
  });
  assert.deepEqual(names(folder.dir), ['B.md', 'a/y.markdown', 'a/z.MD', 'b.md', '旧闻/x.mdown']);
});

test('hidden files and folders and node_modules are passed over', () => {
  using folder = new Folder();
  folder.write({ '.git/a.md': '', '.a.md': '', 'node_modules/x/README.md': '', 'a.md': '' });
  assert.deepEqual(names(folder.dir), ['a.md']);
});

test('a folder may be called like an article', () => {
  using folder = new Folder();
  folder.write({ 'news.md/a.md': '' });
  assert.deepEqual(names(folder.dir), ['news.md/a.md']);
});

test('size and times tell a changed file', () => {
  using folder = new Folder();
  folder.write({ 'a.md': '一' });
  const [before] = scan(folder.dir);
  folder.write({ 'a.md': '一二' });
  const [after] = scan(folder.dir);
  assert.equal(before?.size, 3);
  assert.equal(after?.size, 6);
  assert.ok(after && before && after.ctime >= before.ctime);
});

test('links are followed, a folder that holds itself is read once', {
  skip: process.platform === 'win32',
}, () => {
  using folder = new Folder();
  using other = new Folder();
  folder.write({ 'a/a.md': '' });
  other.write({ 'b.md': '' });
  symlinkSync(folder.dir, folder.at('a', 'round'));
  symlinkSync(other.dir, folder.at('other'));
  symlinkSync(other.at('b.md'), folder.at('c.md'));
  assert.deepEqual(names(folder.dir), ['a/a.md', 'c.md', 'other/b.md']);
});

test('an article that cannot be reached is listed, so that reading reports it', {
  skip: process.platform === 'win32',
}, () => {
  using folder = new Folder();
  folder.write({ 'a.md': '' });
  symlinkSync('nowhere.md', folder.at('gone.md'));
  symlinkSync('self.md', folder.at('self.md'));
  symlinkSync('nowhere', folder.at('gone'));
  assert.deepEqual(names(folder.dir), ['a.md', 'gone.md', 'self.md']);
});

test('a file whose name is not UTF-8 is listed too', { skip: process.platform !== 'linux' }, () => {
  using folder = new Folder();
  mkdirSync(folder.at('x'));
  // 旧闻.md in GBK, as an old archive unpacks.
  const name = Buffer.concat([
    Buffer.from(folder.at('x/')),
    Buffer.from([0xbe, 0xc9, 0xce, 0xc5]),
    Buffer.from('.md'),
  ]);
  writeFileSync(name, '旧闻');
  assert.equal(names(folder.dir).length, 1);
});

test('a content directory that is not there is one sentence', () => {
  assert.throws(
    () => scan('/no/such/folder'),
    (error) =>
      error instanceof UserError &&
      /cannot be read as a content directory .*--content DIR/.test(error.message),
  );
});
