import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { test } from 'node:test';
import { differences, Folder, treeOf } from '../files/testing.ts';
import { type Progress, silent } from '../progress.ts';
import { build } from './build.ts';

test('an article that is deleted while a build runs lets the build begin again without it', async () => {
  using folder = new Folder();
  for (const name of ['1', '2', '3'])
    folder.write({
      [`content/${name}.md`]: `---\ntitle: 第 ${name} 篇\ntime: 2013-08-01\n---\n\n灯一直亮着。\n`,
    });
  folder.write({ 'content/archive.yml': 'search: {pagefind: off}\n' });
  const said: string[] = [];
  const progress: Progress = {
    ...silent,
    start(stage, total) {
      if (stage === 'pages') rmSync(folder.at('content/2.md'), { force: true });
      return silent.start(stage, total);
    },
    say: (line) => said.push(line),
  };
  const place = { contentDir: folder.at('content'), cacheDir: folder.at('.cache') };
  const { articles } = await build({ ...place, outDir: folder.at('dist'), progress });
  assert.equal(articles, 2);
  assert.match(
    said.join('\n'),
    /^2\.md: ENOENT: no such file or directory while the site was being built; the build begins again$/m,
  );
  await build({ ...place, cacheDir: null, outDir: folder.at('cold'), progress: silent });
  assert.deepEqual(differences(treeOf(folder.at('dist')), treeOf(folder.at('cold'))), []);
});
