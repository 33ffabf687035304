import assert from 'node:assert/strict';
import { utimesSync } from 'node:fs';
import { test } from 'node:test';
import { scan } from '../files/scan.ts';
import { Folder } from '../files/testing.ts';
import { readArchive, readKey } from '../pipeline/read-archive.ts';
import { silent } from '../progress.ts';
import { parseSettings } from '../settings.ts';
import { MemoryMeter } from '../workers/memory.ts';
import { ArticleCache } from './articles.ts';
import { Cache } from './cache.ts';

const FILES = {
  'content/1.md': '# 一\n\n值班的人抄下温度。\n',
  'content/2.md': '# 二\n\n灯一直亮着。\n',
  'content/3.md': '',
};

/** Fills a cache with what stands in `content/`. */
async function cacheIn(folder: Folder): Promise<ArticleCache> {
  const settings = parseSettings('', 'archive.yml');
  const cache = new ArticleCache(new Cache(folder.at('.cache')), readKey(settings));
  const contentDir = folder.at('content');
  const mediaCache = new Cache(folder.at('media'));
  const work = {
    contentDir,
    ...scan(contentDir),
    settings,
    cache,
    mediaCache,
    studyCache: null,
    progress: silent,
  };
  await readArchive({ ...work, memory: new MemoryMeter(), workers: 1 });
  return cache;
}

/** Articles that a build would take from the cache now. */
const usable = (cache: ArticleCache, folder: Folder): string[] => [
  ...cache.load(folder.at('content'), scan(folder.at('content')).files).keys(),
];

test('an article whose file has new times and the same bytes, as after a fresh checkout, is not read again', async () => {
  using folder = new Folder();
  folder.write(FILES);
  const cache = await cacheIn(folder);
  folder.write(FILES);
  for (const name of ['1', '2', '3']) utimesSync(folder.at(`content/${name}.md`), 0, 1e9);
  // A file without an article holds nothing that its bytes could be compared with.
  assert.deepEqual(usable(cache, folder), ['1.md', '2.md']);
});

test('an article of the same length and times with other bytes is read again', async () => {
  using folder = new Folder();
  folder.write(FILES);
  for (const name of ['1', '2']) utimesSync(folder.at(`content/${name}.md`), 0, 1e9);
  const cache = await cacheIn(folder);
  folder.write({ 'content/1.md': FILES['content/1.md'].replace('温', '湿') });
  utimesSync(folder.at('content/1.md'), 0, 1e9);
  // Whether the empty file is read again depends on how long this took.
  assert.deepEqual(
    usable(cache, folder).filter((file) => file !== '3.md'),
    ['2.md'],
  );
});
