import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { differences, Folder, treeOf } from '../files/testing.ts';
import { silent } from '../progress.ts';
import { build } from './build.ts';

const RUN = fileURLToPath(new URL('../../scripts/run.js', import.meta.url));

/** Module that ends the process, as a power cut does, just before it moves a file to an address of a kind for the nth time. */
const POWER_CUT = `data:text/javascript,${encodeURIComponent(`
  import fs from 'node:fs';
  import { syncBuiltinESMExports } from 'node:module';
  const target = new RegExp(process.env.CUT_TO);
  let left = Number(process.env.CUT_AT);
  for (const [object, name] of [[fs, 'renameSync'], [fs.promises, 'rename']]) {
    const rename = object[name];
    object[name] = (from, to) => {
      if (target.test(String(to)) && --left === 0) process.kill(process.pid, 'SIGKILL');
      return rename(from, to);
    };
  }
  syncBuiltinESMExports();
`)}`;

/** The moment of a build at which it is killed: before the nth move to an address of this form. */
interface Cut {
  to: RegExp;
  at: number;
}

/** Starts `npm run build` in a folder. */
const start = (folder: Folder, { to, at }: Cut = { to: /^/, at: 0 }): ChildProcess =>
  spawn(process.execPath, ['--import', POWER_CUT, RUN, 'build'], {
    cwd: folder.dir,
    stdio: 'ignore',
    env: { ...process.env, CUT_TO: to.source, CUT_AT: String(at) },
  });

/** Waits for a build to end: its exit code, or the signal that ended it. */
async function ended(child: ChildProcess): Promise<number | NodeJS.Signals | null> {
  const [code, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
  return signal ?? code;
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

/** Moments from a build's beginning to its end; `isHalfWay` where the output is then a mixture. */
const CUTS: readonly (Cut & { isHalfWay: boolean })[] = [
  { to: /\.dist\.building$/, at: 1, isHalfWay: false },
  { to: /[/\\]tree[/\\]build-1$/, at: 1, isHalfWay: false },
  // What goes is removed before anything is moved.
  { to: /[/\\]dist[/\\]/, at: 1, isHalfWay: true },
  { to: /[/\\]dist[/\\]/, at: 60, isHalfWay: true },
  // Once before files are moved, and once when all are.
  { to: /[/\\]tree[/\\]build-1$/, at: 2, isHalfWay: false },
];

test('a build killed at any moment leaves whole files only, and the next one leaves the tree of a first build', async () => {
  const trees = { old: await treeOfVersion('old'), new: await treeOfVersion('new') };
  using folder = new Folder();
  let version: 'old' | 'new' = 'old';
  writeVersion(folder, version);
  assert.equal(await ended(start(folder)), 0);
  for (const { isHalfWay, ...cut } of CUTS) {
    const before: ReadonlyMap<string, Buffer> = trees[version];
    version = version === 'old' ? 'new' : 'old';
    const after: ReadonlyMap<string, Buffer> = trees[version];
    writeVersion(folder, version);
    const moment = `after a kill before move ${cut.at} to ${cut.to}`;
    assert.equal(await ended(start(folder, cut)), 'SIGKILL', moment);
    const left = published(folder);
    for (const [file, bytes] of left)
      assert.ok(
        before.get(file)?.equals(bytes) || after.get(file)?.equals(bytes),
        `${file} is neither the old nor the new one ${moment}`,
      );
    const isMixed = differences(left, before).length > 0 && differences(left, after).length > 0;
    assert.equal(isMixed, isHalfWay, moment);
    assert.equal(await ended(start(folder)), 0);
    assert.deepEqual(differences(published(folder), after), [], moment);
    // What a killed build moved is told by the one that ended: an upload goes by this list.
    const { added, changed, removed } = JSON.parse(readFileSync(folder.at('dist-changes.json'), 'utf8'));
    const told = [...added, ...changed, ...removed].map((file) => `${file} `);
    const untold = differences(before, after).filter((line) => !told.some((file) => line.startsWith(file)));
    assert.deepEqual(untold, [], moment);
    assert.deepEqual(readdirSync(folder.dir).sort(), [
      '.cache',
      'content',
      'dist',
      'dist-changes.json',
      'dist-files.txt',
    ]);
  }
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
  assert.equal(await firstEnd, 0);
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
        ({ severity, rule }) => severity === 'error' || rule === 'duplicate-url' || rule === 'copy',
      );
      const twins = [...treeOf(outDir).keys()].filter((file) => /^(?:\d{4}|undated)\/.*\.md$/.test(file));
      assert.equal(twins.length, articles);
      assert.equal(articles + new Set(left.map(({ file }) => file)).size, list.length);
      assert.ok(report.problems.every(({ rule }) => rule !== 'reader-failure'));
    }),
    { numRuns: 5, endOnFailure: true },
  );
});
