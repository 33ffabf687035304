import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { UserError } from '../errors.ts';
import { scan } from './scan.ts';
import { Folder } from './testing.ts';

const names = (dir: string) => scan(dir).files.map(({ file }) => file);
/** The entries that are left out, each with its rule. */
const leftOut = (dir: string) => scan(dir).problems.map(({ file, rule }) => `${file} ${rule}`);

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

test('all other files are found beside them, but for the settings, and none that leads out of the folder', {
  skip: process.platform !== 'linux',
}, () => {
  using folder = new Folder();
  folder.write({
    'content/a.md': '',
    'content/archive.yml': '',
    'content/post/1.png': '1',
    'content/手册.pdf': '22',
    'content/x.png/y.png': '',
    'content/.hidden.png': '',
    [`content/${'n'.repeat(251)}.png`]: '',
    'secret.png': '',
  });
  symlinkSync('../secret.png', folder.at('content/out.png'));
  symlinkSync('loop.png', folder.at('content/loop.png'));
  spawnSync('mkfifo', [folder.at('content/pipe.png')]);
  // 旧.png in GBK.
  writeFileSync(
    Buffer.concat([Buffer.from(folder.at('content/')), Buffer.from([0xbe, 0xc9]), Buffer.from('.png')]),
    '1',
  );
  const { media, problems } = scan(folder.at('content'));
  assert.deepEqual(
    media.map(({ file, size }) => `${file} ${size}`),
    [`${'n'.repeat(251)}.png 0`, 'post/1.png 1', 'x.png/y.png 0', '手册.pdf 2'],
  );
  assert.deepEqual(problems.map(({ file, rule, severity }) => `${file} ${rule} ${severity}`).sort(), [
    'out.png outside-link error',
    'pipe.png no-file warning',
    '\ufffd\ufffd.png file-name warning',
  ]);
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
  const [before] = scan(folder.dir).files;
  folder.write({ 'a.md': '一二' });
  const [after] = scan(folder.dir).files;
  assert.equal(before?.size, 3);
  assert.equal(after?.size, 6);
  assert.ok(after && before && after.ctime >= before.ctime);
});

test('links within the content are followed, a folder that holds itself is read once', {
  skip: process.platform === 'win32',
}, () => {
  using folder = new Folder();
  folder.write({ 'a/a.md': '', '.shelf/b.md': '', '.shelf/c.md': '' });
  symlinkSync(folder.dir, folder.at('a', 'round'));
  symlinkSync(folder.at('.shelf'), folder.at('other'));
  symlinkSync(folder.at('.shelf', 'c.md'), folder.at('c.md'));
  assert.deepEqual(names(folder.dir), ['a/a.md', 'c.md', 'other/b.md', 'other/c.md']);
  assert.deepEqual(leftOut(folder.dir), []);
});

test('nothing outside the content is published through a link, also where the content itself is a link', {
  skip: process.platform === 'win32',
}, () => {
  using folder = new Folder();
  folder.write({ 'content/a.md': '', 'content-private/b.md': '', 'secret.md': '' });
  symlinkSync(folder.at('content-private'), folder.at('content/private'));
  symlinkSync('../../secret.md', folder.at('content/c.md'));
  symlinkSync('/etc/passwd', folder.at('content/passwd.md'));
  symlinkSync('private/b.md', folder.at('content/d.md'));
  symlinkSync(folder.at('content'), folder.at('link'));
  for (const dir of [folder.at('content'), folder.at('link')]) {
    assert.deepEqual(names(dir), ['a.md']);
    assert.deepEqual(leftOut(dir).sort(), [
      'c.md unreadable-file',
      'd.md outside-link',
      'passwd.md outside-link',
      'private outside-link',
    ]);
  }
});

test('what cannot be reached or is no file is named, and the rest is found', {
  skip: process.platform !== 'linux',
}, () => {
  using folder = new Folder();
  folder.write({ 'a.md': '', 'x/b.md': '' });
  symlinkSync('nowhere.md', folder.at('gone.md'));
  symlinkSync('self.md', folder.at('self.md'));
  symlinkSync('nowhere', folder.at('gone'));
  spawnSync('mkfifo', [folder.at('pipe.md')]);
  // 旧闻 in GBK, as an old archive unpacks: a file and a folder.
  const name = Buffer.concat([Buffer.from(folder.at('x/')), Buffer.from([0xbe, 0xc9, 0xce, 0xc5])]);
  mkdirSync(name);
  writeFileSync(Buffer.concat([name, Buffer.from('.md')]), '旧闻');
  assert.deepEqual(names(folder.dir), ['a.md', 'x/b.md']);
  assert.deepEqual(
    leftOut(folder.dir)
      .filter((line) => line.startsWith('x/'))
      .map((line) => line.split(' ')[1]),
    ['file-name', 'file-name'],
  );
  assert.deepEqual(
    leftOut(folder.dir)
      .filter((line) => !line.startsWith('x/'))
      .sort(),
    ['gone.md unreadable-file', 'pipe.md no-file', 'self.md unreadable-file'],
  );
  const messages = scan(folder.dir).problems.map(({ message }) => message);
  assert.ok(messages.some((message) => message.includes('«旧闻»')));
  // A report may be published: it says nothing of this machine.
  assert.ok(messages.every((message) => !message.includes(folder.dir)));
});

test('a content directory that is not there is one sentence', () => {
  assert.throws(
    () => scan('/no/such/folder'),
    (error) =>
      error instanceof UserError &&
      /cannot be read as a content directory .*--content DIR/.test(error.message),
  );
});
