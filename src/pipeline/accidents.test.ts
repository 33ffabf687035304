import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { differences, Folder, treeOf } from '../files/testing.ts';
import { silent } from '../progress.ts';
import { build } from './build.ts';

const COMMAND = [
  '--import',
  import.meta.resolve('tsx'),
  fileURLToPath(new URL('../../scripts/build.ts', import.meta.url)),
];

/** Starts `npm run build` in a folder. */
const start = (folder: Folder): ChildProcess =>
  spawn(process.execPath, COMMAND, { cwd: folder.dir, stdio: ['ignore', 'ignore', 'pipe'] });

/** Waits for a build to end: its exit code and what it said. */
async function ended(child: ChildProcess): Promise<{ code: number | null; words: string }> {
  let words = '';
  child.stderr?.on('data', (text) => {
    words += String(text);
  });
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, words };
}

/** Two versions of a small archive: articles change, come and go. */
function writeVersion(folder: Folder, version: 'old' | 'new'): void {
  for (let at = 0; at < 40; at++)
    folder.write({
      [`content/${at}.md`]: `---\ntitle: 第 ${at} 篇\nname: 作者 ${at % 5}\ntime: 201${at % 3}-0${1 + (at % 9)}-11 08:00\n---\n\n${version === 'old' ? '灯亮着。' : '灯灭了。'}\n`,
    });
  folder.write({
    'content/archive.yml': 'search: {pagefind: off}\n',
    'content/x.md': `---\ntitle: ${version === 'old' ? '去年' : '今年'}\ntime: ${version === 'old' ? '2009' : '2019'}-01-01\n---\n\n一段。\n`,
  });
}

/** The published files; the marker is written in place, and read by builds only. */
function published(folder: Folder): Map<string, Buffer> {
  const tree = treeOf(folder.at('dist'));
  tree.delete('.jiuwen');
  return tree;
}

async function treeOfVersion(version: 'old' | 'new'): Promise<Map<string, Buffer>> {
  using folder = new Folder();
  writeVersion(folder, version);
  await build({
    contentDir: folder.at('content'),
    outDir: folder.at('dist'),
    cacheDir: null,
    progress: silent,
  });
  return published(folder);
}

/** Shares of a build's time after which it is killed: most of them towards its end, where files are moved. */
const MOMENTS = [0.4, 0.7, 0.85, 0.93, 0.98];

test('a build killed at any moment leaves whole files only, and the next one leaves the tree of a first build', async () => {
  const trees = { old: await treeOfVersion('old'), new: await treeOfVersion('new') };
  using folder = new Folder();
  writeVersion(folder, 'old');
  const began = performance.now();
  assert.equal((await ended(start(folder))).code, 0);
  const duration = performance.now() - began;
  const told = () => statSync(folder.at('dist-changes.json')).mtimeMs;
  let version: 'old' | 'new' = 'old';
  /** The tree of the last build that came to its end. */
  let before = trees.old;
  for (const moment of MOMENTS) {
    version = version === 'old' ? 'new' : 'old';
    writeVersion(folder, version);
    const toldBefore = told();
    const child = start(folder);
    const end = ended(child);
    await wait(duration * moment);
    child.kill('SIGKILL');
    await end;
    if (told() !== toldBefore) before = trees[version];
    // The marker is written in place and read by builds only.
    for (const [file, bytes] of published(folder))
      if (file !== '.jiuwen')
        assert.ok(
          trees.old.get(file)?.equals(bytes) || trees.new.get(file)?.equals(bytes),
          `${file} is neither the old nor the new one after a kill at ${moment}`,
        );
  }
  version = 'old';
  writeVersion(folder, version);
  assert.equal((await ended(start(folder))).code, 0);
  assert.deepEqual(differences(published(folder), trees[version]), []);
  // What a killed build moved is told by the one that ended: an upload goes by this list.
  const { added, changed, removed } = JSON.parse(readFileSync(folder.at('dist-changes.json'), 'utf8'));
  const names = [...added, ...changed, ...removed];
  assert.deepEqual(
    differences(before, trees[version]).filter((line) => !names.some((file) => line.startsWith(file))),
    [],
  );
  assert.deepEqual(readdirSync(folder.dir).sort(), ['.cache', 'content', 'dist', 'dist-changes.json']);
});

test('of two builds at once the second says so and stops, and the first is not disturbed', async () => {
  using folder = new Folder();
  writeVersion(folder, 'old');
  const first = start(folder);
  const firstEnd = ended(first);
  while (!existsSync(folder.at('.dist.building', 'lock')) && first.exitCode === null) await wait(5);
  const contentDir = folder.at('content');
  // The same build from within this process: a second command would start too late to meet the first.
  await assert.rejects(
    build({ contentDir, outDir: folder.at('dist'), cacheDir: folder.at('.cache'), progress: silent }),
    new RegExp(`another build \\(process ${first.pid}\\) is at work on it`),
  );
  assert.equal((await firstEnd).code, 0);
  assert.deepEqual(differences(published(folder), await treeOfVersion('old')), []);
});

/** Pieces that scraped files are made of, whole and broken. */
const piece = fc.constantFrom(
  '---\n',
  'title: ',
  'url: ',
  'name: @',
  'time: ',
  'id: ',
  'tags: [',
  ']\n',
  'layout: post\n',
  '\n\n',
  '\r\n',
  '旧闻',
  '“',
  '?',
  '<script>',
  '</script>',
  '<table><tr>',
  '<p style=',
  '">',
  '<!--',
  '{{ x }}',
  '{% raw %}',
  '<%',
  '# ',
  '    ',
  '> ',
  '- ',
  '| a | b |\n|---|---|\n',
  '```\n',
  '[a](',
  'javascript:',
  'https://example.org/1',
  ')',
  '![](',
  '&amp;nbsp;',
  '\u0000',
  '\u0008',
  '\u200b',
  '\ufffd',
  '　　',
  '2013-08-01',
  '🙂',
  '../',
  '__proto__: x\n',
);
const mixed = fc.string({ unit: piece, maxLength: 40 }).map((text) => Buffer.from(text));
const anyBytes = fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes));
const cutText = fc
  .tuple(mixed, fc.nat())
  .map(([bytes, at]) => bytes.subarray(0, bytes.length ? at % bytes.length : 0));
/** With a front matter that is read, so that what follows meets the rest of the build. */
const dressed = mixed.map((bytes) =>
  Buffer.concat([Buffer.from('---\ntitle: 一\ntime: 2013-08-01\n---\n\n'), bytes]),
);

test('whatever bytes the files hold, the build ends, and every file is a page or a line of the report', async () => {
  const files = fc.array(fc.oneof(mixed, anyBytes, cutText, dressed), { minLength: 60, maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(files, async (list) => {
      using folder = new Folder();
      folder.write({ 'content/archive.yml': 'search: {pagefind: off}\n' });
      for (const [at, bytes] of list.entries()) folder.write({ [`content/${at}.md`]: bytes });
      const outDir = folder.at('dist');
      const { articles } = await build({
        contentDir: folder.at('content'),
        outDir,
        cacheDir: null,
        progress: silent,
      });
      const report = JSON.parse(readFileSync(path.join(outDir, 'report.json'), 'utf8')) as {
        problems: { file: string; severity: string; rule: string }[];
      };
      const left = report.problems.filter(
        ({ severity, rule }) => severity === 'error' || rule === 'duplicate-url',
      );
      const twins = [...treeOf(outDir).keys()].filter((file) => /^(?:\d{4}|undated)\/.*\.md$/.test(file));
      assert.equal(twins.length, articles);
      assert.equal(articles + new Set(left.map(({ file }) => file)).size, list.length);
      assert.ok(report.problems.every(({ rule }) => rule !== 'reader-failure'));
    }),
    { numRuns: 5, endOnFailure: true },
  );
});
