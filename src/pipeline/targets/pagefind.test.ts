import assert from 'node:assert/strict';
import type { ChildProcess } from 'node:child_process';
import diagnostics from 'node:diagnostics_channel';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { differences, Folder, treeOf } from '../../files/testing.ts';
import { silent } from '../../progress.ts';
import { build } from '../build.ts';

const article = (title: string, text: string): string =>
  `---\ntitle: ${title}\ndate: 2013-08-01\n---\n\n${text}\n`;
const CONTENT = {
  'content/1.md': article('机房', '服务器的风扇在响。[厂商](https://example.org/a)'),
  'content/2.md': article('紫藤', '紫藤开了。'),
};

/** Builds, and tells what was said and how many articles word search took in. */
async function run(folder: Folder, out = 'dist', cache: string | null = '.cache') {
  const said: string[] = [];
  let indexed = 0;
  const progress = {
    ...silent,
    start(stage: string, total: number) {
      if (stage === 'pagefind') indexed += total;
      return silent.start(stage, total);
    },
    say: (line: string) => void said.push(line),
  };
  const summary = await build({
    contentDir: folder.at('content'),
    outDir: folder.at(out),
    cacheDir: cache && folder.at(cache),
    progress,
  });
  return { ...summary, said, indexed };
}

test('what leaves all text as it was leaves word search as it was', async () => {
  using folder = new Folder();
  folder.write(CONTENT);
  assert.equal((await run(folder)).indexed, 2);
  folder.write({
    'content/archive.yml': 'title: 另一个名字\n',
    'content/1.md': CONTENT['content/1.md'].replace('example.org/a', 'example.org/b'),
  });
  const { indexed, changes } = await run(folder);
  assert.equal(indexed, 0);
  assert.ok(changes.changed.includes('2013/08/1.html'));
  assert.deepEqual(
    changes.changed.filter((file) => file.startsWith('pagefind/')),
    [],
  );
  folder.write({ 'content/2.md': CONTENT['content/2.md'].replace('开', '谢') });
  assert.equal((await run(folder)).indexed, 2);
  await run(folder, 'cold', null);
  assert.deepEqual(differences(treeOf(folder.at('dist')), treeOf(folder.at('cold'))), []);
});

test('a backend that is killed leaves a site without word search that says so, and the next build makes it', {
  timeout: 120_000,
}, async () => {
  using folder = new Folder();
  folder.write(CONTENT);
  await run(folder);
  folder.write({ 'content/3.md': article('新篇', '又一篇。') });
  const kill = (message: unknown): void => {
    const child = (message as { process: ChildProcess }).process;
    child.once('spawn', () => child.spawnfile.includes('pagefind') && child.kill('SIGKILL'));
  };
  diagnostics.subscribe('child_process', kill);
  const failed = await run(folder).finally(() => diagnostics.unsubscribe('child_process', kill));
  assert.match(failed.said.join('\n'), /SIGKILL.*published without word search/);
  assert.equal(failed.pagefind.build, false);
  const read = (file: string) => JSON.parse(readFileSync(folder.at(`dist/${file}`), 'utf8'));
  assert.match(read('report.json').summary.pagefind.reason, /SIGKILL/);
  assert.deepEqual(read('pagefind/volumes.json'), { volumes: [] });
  assert.deepEqual(
    [...treeOf(folder.at('dist')).keys()].filter((file) => file.startsWith('pagefind/')),
    ['pagefind/volumes.json'],
  );

  const { indexed, pagefind } = await run(folder);
  assert.deepEqual([indexed, pagefind.build], [3, true]);
  await run(folder, 'cold', null);
  assert.deepEqual(differences(treeOf(folder.at('dist')), treeOf(folder.at('cold'))), []);
});
