import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { differences, Folder, treeOf } from '../src/files/testing.ts';

const PROJECT = fileURLToPath(new URL('..', import.meta.url));

/** Runs a command of the project in a folder. */
const run = (folder: Folder, name: string, ...flags: string[]) =>
  spawnSync(process.execPath, [path.join(PROJECT, 'scripts/run.js'), name, ...flags], {
    cwd: folder.dir,
    encoding: 'utf8',
  });

const GOOD = '---\ntitle: 机房的灯\nname: 林一\ntime: 2013-08-01\n---\n\n灯一直亮着。\n';
const SETTINGS = 'search: {pagefind: off}\n';

test('build makes a site, names the problems and ends with its numbers; --strict turns problems into failure', () => {
  using folder = new Folder();
  folder.write({ 'news/good.md': GOOD, 'news/empty.md': '', 'news/archive.yml': SETTINGS });
  const flags = ['--content', 'news', '--out', 'site'];
  const { status, stdout, stderr } = run(folder, 'build', ...flags);
  assert.equal(status, 0, stderr);
  assert.match(stdout, /^error empty-file: 1\n {2}empty\.md:0 /m);
  assert.match(stdout, /^articles {3}1$/m);
  assert.match(stdout, /^output {5}\d+ files, .* \d+ added, 0 changed, 0 removed$/m);
  assert.match(stderr, /^read: 2\/2 done$/m);
  assert.ok(existsSync(folder.at('site', '2013/08/good.html')));
  assert.equal(JSON.parse(readFileSync(folder.at('site-changes.json'), 'utf8')).removed.length, 0);
  assert.equal(run(folder, 'build', ...flags, '--strict').status, 1);
  // Nothing is written beside the articles.
  assert.deepEqual([...treeOf(folder.at('news')).keys()], ['archive.yml', 'empty.md', 'good.md']);
});

test('a mistake on the command line, in the settings or in a path is words, not a stack', () => {
  using folder = new Folder();
  folder.write({ 'content/archive.yml': 'titel: x\n' });
  for (const [words, ...flags] of [
    [/Unknown option '--contents'[\s\S]*usage: npm run build -- \[--content DIR\]/, '--contents', 'x'],
    [/Unexpected --max-memory x/, '--max-memory', 'x'],
    [/archive\.yml:1 error settings: archive\.yml: Unexpected field titel/],
    [/nowhere: cannot be read as a content directory/, '--content', 'nowhere'],
    [/may not be the content directory/, '--out', 'content'],
  ] as [RegExp, ...string[]][]) {
    const { status, stdout, stderr } = run(folder, 'build', ...flags);
    assert.equal(status, 1);
    assert.match(stderr, words);
    assert.doesNotMatch(stdout + stderr, /\n\s+at /);
  }
});

test('check reports problems and repairs, and builds nothing', () => {
  using folder = new Folder();
  folder.write({
    'content/bad.md': '---\nname: @gilbouhnick\ntitle: 一\n---\n\n灯一直亮着。\n',
    'content/empty.md': '',
  });
  const { status, stdout } = run(folder, 'check');
  assert.equal(status, 0);
  assert.match(stdout, /^error empty-file: 1\n {2}empty\.md:0 /m);
  assert.match(stdout, /^bad\.md:\d+ repair front-matter: /m);
  assert.match(stdout, /^1 articles; /m);
  assert.deepEqual([...treeOf(folder.dir).keys()], ['content/bad.md', 'content/empty.md']);
  assert.equal(run(folder, 'check', '--strict').status, 1);
});

test('topics proposes frequent names that no topic has, also as lines for topics.yml', () => {
  using folder = new Folder();
  const verbs = ['发布', '收购', '谈到', '离开', '加入', '看好'];
  for (const [at, verb] of verbs.entries())
    folder.write({
      [`content/${at}.md`]: `---\ntitle: ${verb} Zorkmid 的第 ${at} 天\n---\n\n灯一直亮着。\n`,
    });
  assert.match(run(folder, 'topics').stdout, /^6 articles; 1 frequent names .*\n +6 {2}Zorkmid\n/m);
  assert.equal(run(folder, 'topics', '--yml').stdout, 'Zorkmid: [] # 6\n');
  folder.write({ 'content/topics.yml': 'Zork: [zorkmid]\n' });
  assert.equal(run(folder, 'topics', '--yml').stdout, '');
  assert.equal(run(folder, 'topics', '--most', '0').status, 1);
});

test('nothing in a name or a title acts on the terminal', () => {
  using folder = new Folder();
  folder.write({
    'content/\u001b]0;owned\u0007.md': '',
    'content/\u009b2J.md':
      '---\nname: @a\ntitle: "\\e[2J\\u202e一"\ntime: \u001b[31m\n---\n\n灯\u001b[0m一直亮着。\n',
    'content/archive.yml': `${SETTINGS}"\\e[2J": 1\n`,
  });
  const broken = run(folder, 'build');
  assert.match(broken.stderr, /Unexpected field \\x1b\[2J/);
  folder.write({ 'content/archive.yml': SETTINGS });
  const outputs = [broken, run(folder, 'check'), run(folder, 'build'), run(folder, 'verify')];
  const said = outputs.map(({ stdout, stderr }) => stdout + stderr).join('');
  assert.doesNotMatch(said, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
  assert.match(said, /error empty-file: 1\n {2}\\x1b\]0;owned\\x07\.md:0 /);
});

test('npx eleventy, from the sources, makes the site that a compiled build makes', () => {
  // Both in a copy of the project: Eleventy's place for its output is `dist`, which may be somebody's.
  using folder = new Folder();
  for (const name of ['src', 'layouts', 'scripts', '.eleventy.js', 'package.json', 'package-lock.json'])
    cpSync(path.join(PROJECT, name), folder.at(name), { recursive: true });
  symlinkSync(path.join(PROJECT, 'node_modules'), folder.at('node_modules'), 'junction');
  folder.write({
    'content/2013/good.md': GOOD,
    'content/undated.md': '一段。\n',
    'content/archive.yml': SETTINGS,
  });
  const go = (...flags: string[]) => {
    const { status, stderr } = spawnSync(process.execPath, flags, { cwd: folder.dir, encoding: 'utf8' });
    assert.equal(status, 0, stderr);
  };
  go('node_modules/@11ty/eleventy/cmd.cjs');
  go('scripts/run.js', 'build', '--out', 'built');
  assert.deepEqual(differences(treeOf(folder.at('dist')), treeOf(folder.at('built'))), []);
});

test('an unknown command is a sentence that names the others', () => {
  using folder = new Folder();
  const { status, stderr } = run(folder, 'bulid');
  assert.equal(status, 1);
  assert.match(stderr, /^Unexpected command «bulid», expected one of .*\bbuild\b.*$/m);
});

test('a project whose packages are missing says what to run', () => {
  using folder = new Folder();
  for (const name of ['src', 'scripts', 'package.json', 'package-lock.json'])
    cpSync(path.join(PROJECT, name), folder.at(name), { recursive: true });
  const { status, stderr } = spawnSync(process.execPath, ['scripts/run.js', 'build'], {
    cwd: folder.dir,
    encoding: 'utf8',
  });
  assert.equal(status, 1);
  assert.match(stderr, /^\S+: Unexpected project without its packages; run npm ci there first\n$/);
});

test('a project that nothing can be written to runs from its sources', () => {
  using folder = new Folder();
  for (const name of ['src', 'layouts', 'scripts', 'package.json', 'package-lock.json'])
    cpSync(path.join(PROJECT, name), folder.at(name), { recursive: true });
  folder.write({ 'news/good.md': GOOD, 'news/archive.yml': SETTINGS });
  // A file where the folder of compiled code should be refuses it to everybody, root too.
  const modules = path.join(PROJECT, 'node_modules');
  mkdirSync(folder.at('node_modules'));
  for (const name of readdirSync(modules))
    if (name !== '.cache') symlinkSync(path.join(modules, name), folder.at('node_modules', name), 'junction');
  folder.write({ 'node_modules/.cache': '' });
  const flags = ['scripts/run.js', 'build', '--content', 'news', '--out', 'site'];
  const { status, stderr } = spawnSync(process.execPath, flags, { cwd: folder.dir, encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  assert.ok(existsSync(folder.at('site', '2013/08/good.html')));
});
