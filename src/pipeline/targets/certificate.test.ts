import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PackReader } from '../../cache/article-pack.ts';
import { ArticleCache } from '../../cache/articles.ts';
import { Cache } from '../../cache/cache.ts';
import { UserError } from '../../errors.ts';
import { scan } from '../../files/scan.ts';
import { Folder, siteIn } from '../../files/testing.ts';
import { hashOf } from '../../hash.ts';
import { silent } from '../../progress.ts';
import { parseSettings } from '../../settings.ts';
import { TimeSlice } from '../../time-slice.ts';
import { MemoryMeter } from '../../workers/memory.ts';
import { build, workDirOf } from '../build.ts';
import type { BuildSummary } from '../build-options.ts';
import { readStamp } from '../output.ts';
import { readArchive, readKey } from '../read-archive.ts';
import { readRecord, writeRecord } from '../record.ts';
import { contextOf } from '../testing.ts';
import { certificate } from './certificate.ts';

const textOf = (number: number): string =>
  `第 ${number} 篇讲手机芯片与电子商务，记者从现场发回消息，读者来信很多。\n\n编号 ${hashOf(String(number)).slice(0, 8)}，风扇一直转着。`;

/** Twelve articles over two years. @param blank number of the article without its text, if any */
function write(folder: Folder, blank?: number): void {
  folder.write({ 'content/archive.yml': 'search: {pagefind: off}\noffline: false\n' });
  for (let number = 0; number < 12; number++)
    folder.write({
      [`content/${number}.md`]: `---\ntitle: 第 ${number} 篇\ntime: ${2012 + Math.floor(number / 6)}-08-${number + 10}\n---\n\n${number === blank ? '空' : textOf(number)}\n`,
    });
}

const placesIn = (folder: Folder) => ({ contentDir: folder.at('content'), outDir: folder.at('dist') });
const buildIn = (folder: Folder): Promise<BuildSummary> =>
  build({ ...placesIn(folder), cacheDir: folder.at('.cache'), progress: silent });

test('a build certifies its own index', async () => {
  using folder = new Folder();
  write(folder);
  const { certificate: all } = await buildIn(folder);
  assert.ok(all);
  assert.deepEqual([all.documents, all.checked], [12, 12]);
  assert.deepEqual([all.recall, all.precision], [1, 1]);
  assert.ok(all.strings > 50);
});

test('a segment is certified again only where it or its sample changed', async () => {
  using folder = new Folder();
  write(folder);
  await buildIn(folder);
  // Two segments, the closed years and the open one, marked in what the build remembers.
  const cache = new Cache(`${workDirOf(placesIn(folder), folder.at('.cache'))}/tree`);
  const record = readRecord(cache, readStamp(folder.at('dist')));
  const before = record.targets.get('certificate') ?? assert.fail('no certificate');
  const { whole, segments } = certificate.data.parse(before.data);
  const keys = Object.keys(segments);
  assert.equal(keys.length, 2);
  const marked = Object.fromEntries(
    Object.entries(segments).map(([key, one]) => [key, { ...one, strings: 7000 }]),
  );
  const targets = new Map(record.targets).set('certificate', {
    ...before,
    data: { whole, segments: marked },
  });
  writeRecord(cache, { ...record, targets });

  folder.write({ 'content/11.md': '---\ntitle: 改过\ntime: 2013-08-21\n---\n\n紫藤开了，灯灭了。\n' });
  const { certificate: all } = await buildIn(folder);
  assert.ok(all && all.strings > 7000 && all.strings < 14_000, `${all?.strings} strings`);
});

test('an index that lacks an article stops the build, and the strings are named', async () => {
  using folder = new Folder();
  write(folder, 5);
  await buildIn(folder);
  // The same articles, one of them with a text that the index does not know.
  write(folder);
  const settings = parseSettings('', 'archive.yml');
  const cache = new ArticleCache(new Cache(folder.at('articles')), readKey(settings));
  const { contentDir, outDir } = placesIn(folder);
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
  const reading = await readArchive({ ...work, workers: 1, memory: new MemoryMeter() });
  using articles = new PackReader();
  const context = contextOf({ reading, articles, tree: siteIn(outDir) });
  await assert.rejects(certificate.make([], context, undefined, new TimeSlice()), (error) => {
    assert.ok(error instanceof UserError);
    assert.match(error.message, /^The search index is wrong \(recall 0\.\d{4}, precision 1\.0000\) for: "/);
    return true;
  });
});
