import assert from 'node:assert/strict';
import { cpSync, rmSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { UserError } from '../errors.ts';
import { differences, Folder, treeOf } from '../files/testing.ts';
import { silent } from '../progress.ts';
import { build } from './build.ts';
import { inShare, openShards, parseShare, type Shards, type Share } from './shard.ts';

const SHARES: Share[] = [1, 2, 3].map((number) => ({ number, of: 3 }));

/** Forty articles over four years, by five authors, some of them undated, of one topic, or not readable at all. */
function write(folder: Folder): void {
  folder.write({
    'content/archive.yml': 'search: {pagefind: off}\norigin: https://example.org/archive/\n',
    'content/broken.md': '\u0000\u0001\u0002',
  });
  for (let at = 0; at < 40; at++) {
    const time = at % 13 ? `time: ${2012 + (at % 4)}-0${1 + (at % 9)}-11 08:00\n` : '';
    const tags = at % 3 ? '' : 'tags: [机房]\n';
    folder.write({
      [`content/${at % 5}/${at}.md`]: `---\ntitle: 第 ${at} 篇\nname: 作者 ${at % 5}\n${time}${tags}---\n\n第 ${at} 次抄下温度。\n`,
    });
  }
}

const buildTo = (folder: Folder, out: string, more: { share?: Share; shards?: Shards } = {}) =>
  build({
    contentDir: folder.at('content'),
    outDir: folder.at(out),
    cacheDir: folder.at('.cache'),
    progress: silent,
    ...more,
  });

async function buildShards(folder: Folder): Promise<string[]> {
  for (const share of SHARES) await buildTo(folder, `shard-${share.number}`, { share });
  return SHARES.map(({ number }) => folder.at(`shard-${number}`));
}

test('three shards and a merge leave the tree of one run, cold and after an edit', async () => {
  using folder = new Folder();
  write(folder);
  await buildTo(folder, 'one');
  const { rendered } = await buildTo(folder, 'merged', { shards: openShards(await buildShards(folder)) });
  assert.ok(rendered > 40);
  assert.deepEqual(differences(treeOf(folder.at('merged')), treeOf(folder.at('one'))), []);

  folder.write({ 'content/1/6.md': '---\ntitle: 换了题目\nname: 作者 9\ntime: 2014-07-11\n---\n\n湿度。\n' });
  rmSync(folder.at('content/2/7.md'));
  await buildTo(folder, 'one');
  const edited = await buildShards(folder);
  const again = await buildTo(folder, 'merged', { shards: openShards(edited) });
  assert.ok(again.rendered < rendered, 'only pages that changed are taken');
  assert.deepEqual(differences(treeOf(folder.at('merged')), treeOf(folder.at('one'))), []);
});

test('each page is rendered by one shard but for the one that tells of the index, and a shard holds none', async () => {
  using folder = new Folder();
  write(folder);
  const { pages } = await buildTo(folder, 'one');
  const trees = (await buildShards(folder)).map(treeOf);
  const html = trees.map((tree) => [...tree.keys()].filter((file) => file.endsWith('.html')));
  assert.equal(html.flat().length, pages - 1);
  assert.equal(new Set(html.flat()).size, pages - 1);
  assert.ok(!html.flat().includes('about.html'));
  for (const own of html) assert.ok(own.length > pages / 6, 'shares are of about one size');
  for (const tree of trees) assert.ok(!tree.has('report.json') && !tree.has('sitemap.xml'));
});

test('a build after a shard in the same folder, and a shard after a build, leave what a first one would', async () => {
  using folder = new Folder();
  write(folder);
  await buildTo(folder, 'one');
  const [share] = SHARES;
  assert.ok(share);
  await buildTo(folder, 'shard', { share });
  await buildTo(folder, 'both');
  await buildTo(folder, 'both', { share });
  assert.deepEqual(differences(treeOf(folder.at('both')), treeOf(folder.at('shard'))), []);
  await buildTo(folder, 'both');
  assert.deepEqual(differences(treeOf(folder.at('both')), treeOf(folder.at('one'))), []);
});

test('shards of other content, other settings or an unfinished set are refused with a sentence', async () => {
  using folder = new Folder();
  write(folder);
  const [first = '', second = '', third = ''] = await buildShards(folder);
  const refused = (dirs: string[], message: RegExp) =>
    assert.throws(() => openShards(dirs), { name: UserError.name, message });
  refused([], /merge of nothing/);
  refused([first, third], /2 of 3 shards, expected also 2/);
  refused([first, second, third, second], /which .*shard-2 is already/);
  refused([first, folder.at('content')], /is no shard/);

  const shards = openShards([third, first, second]);
  cpSync(first, folder.at('old'), { recursive: true });
  folder.write({ 'content/0/0.md': '---\ntitle: 另一篇\n---\n\n湿度。\n' });
  await assert.rejects(buildTo(folder, 'merged', { shards }), /other articles, settings or code/);
  await buildShards(folder);
  refused([folder.at('old'), second, third], /other articles, settings or code/);
  for (const dir of [first, second, third]) rmSync(path.join(dir, 'time.html'), { force: true });
  await assert.rejects(buildTo(folder, 'merged', { shards: openShards([first, second, third]) }), {
    name: UserError.name,
    message: /time\.html cannot be copied/,
  });
});

test('a share is written i/n, and a page lies with its twin', () => {
  assert.deepEqual(parseShare('2/4'), { number: 2, of: 4 });
  for (const wrong of ['', '0/4', '5/4', '1/0', '1', '1/2/3', '-1/2', 'a/b'])
    assert.throws(() => parseShare(wrong), UserError, wrong);
  for (const page of ['2013/08/18089', 'authors/开眼二郎', 'index'])
    for (const share of SHARES) assert.equal(inShare(`${page}.html`, share), inShare(`${page}.md`, share));
});
