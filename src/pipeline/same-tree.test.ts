import assert from 'node:assert/strict';
import { readdirSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import type { HeldReadings } from '../cache/articles.ts';
import { differences, Folder, treeOf } from '../files/testing.ts';
import { silent } from '../progress.ts';
import { build } from './build.ts';

/** One thing a person, another build or a bad disk does between two builds. */
type Edit =
  | { do: 'write'; file: string; text: string }
  | { do: 'delete'; file: string }
  | { do: 'rename'; file: string; to: string }
  | { do: 'settings'; text: string }
  | { do: 'topics'; text: string | null }
  /** Harms a file of the cache: cut short, one bit turned, or gone. */
  | { do: 'damage'; how: 'cut' | 'flip' | 'remove'; which: number; at: number }
  /** A file of the output is lost, or one appears that no build made and none may touch. */
  | { do: 'lose'; which: number }
  | { do: 'litter'; file: string }
  /** Builds to the same output without the cache. */
  | { do: 'build elsewhere' };

/** Few values for everything, so that edits meet: one address, path, day, author or topic for several articles. */
const file = fc.constantFrom('1.md', '2.md', 'a/1.md', 'a/b/旧闻.md', 'a/INDEX.md', 'b.md', 'c.markdown');
const line = (name: string, ...values: string[]) =>
  fc.option(fc.constantFrom(...values)).map((value) => (value === null ? '' : `${name}: ${value}\n`));
const article = fc
  .tuple(
    line(
      'url',
      'https://example.org/article/101',
      'http://www.example.org/article/101/',
      'https://example.org/2',
    ),
    line('name', '林一', 'Jane', 'index'),
    line('time', '2013-08-01 07:11', '2013-08-01', '2012-08-01 23:59', '2012-02-29 00:00', '昨天'),
    line('title', '机房的灯', '微信与 Go', '没有题目的一页'),
    line('tags', '[机房, Tencent]', '[机房]'),
    fc.constantFrom(
      '值班的人抄下温度。',
      '值班的人抄下温度，走了。\n\n灯一直亮着。',
      '## 一\n\n## 二\n\n## 三\n\n完。',
      '',
    ),
  )
  .map(([url, name, time, title, tags, body]) => `---\n${url}${name}${time}${title}${tags}---\n\n${body}\n`);
const text = fc.oneof(
  { weight: 8, arbitrary: article },
  fc.constantFrom('', '没有头的一页。', '\u0000\u0001\u0002'),
);

const OFF = 'search: {pagefind: off}\n';
/** Plain objects are easier to read in the report of a failure. */
const record = <T extends object>(fields: { [K in keyof T]: fc.Arbitrary<T[K]> }) =>
  fc.record<T>(fields, { noNullPrototype: true });
const edit = fc.oneof(
  { weight: 8, arbitrary: record({ do: fc.constant('write'), file, text }) },
  { weight: 2, arbitrary: record({ do: fc.constant('delete'), file }) },
  { weight: 2, arbitrary: record({ do: fc.constant('rename'), file, to: file }) },
  record({
    do: fc.constant('settings'),
    text: fc.constantFrom(
      '',
      'title: 新名\n',
      'canonical: original\n',
      'timeZone: Asia/Tokyo\n',
      'clean: {repeated-paragraph: false}\n',
      'origin: https://example.org/archive/\n',
      'topics: {shipped: false}\n',
    ),
  }),
  record({
    do: fc.constant('topics'),
    text: fc.constantFrom(
      null,
      '腾讯: [Tencent, 微信]\n',
      '腾讯: [微信]\nGo: []\n',
      '谷歌: false\n',
      '盘古: []\n',
    ),
  }),
  {
    weight: 2,
    arbitrary: record({
      do: fc.constant('damage'),
      how: fc.constantFrom('cut', 'flip', 'remove'),
      which: fc.nat(),
      at: fc.nat(),
    }),
  },
  record({ do: fc.constant('lose'), which: fc.nat() }),
  record({ do: fc.constant('litter'), file: fc.constantFrom('old.html', '2013/08/old.html', 'x/y.txt') }),
  record({ do: fc.constant('build elsewhere') }),
) as fc.Arbitrary<Edit>;

const ARTICLES: Record<string, string> = {
  'content/1.md': '---\ntitle: 第一篇\nname: 林一\ntime: 2013-08-01 08:00\n---\n\n值班的人抄下温度。\n',
  'content/2.md': '---\ntitle: 第二篇\nname: 林一\ntime: 2013-08-02 08:00\n---\n\n灯一直亮着。\n',
  'content/a/1.md': '---\ntitle: 第三篇\nname: Jane\n---\n\n没有人在意。\n',
  'content/archive.yml': OFF,
};

const buildIn = (folder: Folder, out: string, cache: string | null, held?: HeldReadings) =>
  build({
    ...(held && { held }),
    contentDir: folder.at('content'),
    outDir: folder.at(out),
    cacheDir: cache === null ? null : folder.at(cache),
    progress: silent,
  });

/** The one of a directory's files that a number picks; null where there are none. */
function pick(dir: string, which: number): string | null {
  const files = [...treeOf(dir).keys()];
  const name = files[which % Math.max(1, files.length)];
  return name === undefined ? null : path.join(dir, name);
}

function damage({ how, which, at }: Extract<Edit, { do: 'damage' }>, dir: string): void {
  const name = pick(dir, which);
  if (name === null) return;
  const bytes = readFileSync(name);
  if (how === 'remove') rmSync(name);
  else if (how === 'cut') truncateSync(name, at % (bytes.length + 1));
  else if (bytes.length) {
    const bit = at % (bytes.length * 8);
    bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    writeFileSync(name, bytes);
  }
}

async function apply(change: Edit, folder: Folder): Promise<void> {
  switch (change.do) {
    case 'write':
      return folder.write({ [`content/${change.file}`]: change.text });
    case 'delete':
      return rmSync(folder.at('content', change.file), { force: true });
    case 'rename': {
      const there = readdirSync(folder.at('content'), { recursive: true, encoding: 'utf8' });
      if (!there.includes(path.normalize(change.file))) return;
      folder.write({ [`content/${change.to}`]: '' });
      return renameSync(folder.at('content', change.file), folder.at('content', change.to));
    }
    case 'settings':
      return folder.write({ 'content/archive.yml': change.text + OFF });
    case 'topics':
      if (change.text === null) return rmSync(folder.at('content/topics.yml'), { force: true });
      return folder.write({ 'content/topics.yml': change.text });
    case 'damage':
      return damage(change, folder.at('.cache'));
    case 'lose': {
      const name = pick(folder.at('dist'), change.which);
      // Without its marker the directory is nobody's, and a build refuses it; what no build made is not lost here.
      if (name && path.basename(name) !== '.jiuwen' && readFileSync(name, 'latin1') !== 'x') rmSync(name);
      return;
    }
    case 'litter':
      return folder.write({ [`dist/${change.file}`]: 'x' });
    case 'build elsewhere':
      await buildIn(folder, 'dist', null);
  }
}

test('whatever happens between builds, a build with what earlier ones left gives the tree of a first build', async () => {
  const rounds = fc.array(fc.array(edit, { minLength: 1, maxLength: 4 }), { minLength: 12, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(rounds, async (list) => {
      using folder = new Folder();
      folder.write(ARTICLES);
      await buildIn(folder, 'dist', '.cache');
      const litter = new Set<string>();
      const held: HeldReadings = new Map();
      for (const [number, edits] of list.entries()) {
        for (const change of edits) {
          await apply(change, folder);
          if (change.do === 'litter') litter.add(change.file);
        }
        // Now a process that has built before, now another one.
        await buildIn(folder, 'dist', '.cache', number % 3 === 0 ? undefined : held);
        await buildIn(folder, 'cold', null);
        const built = treeOf(folder.at('dist'));
        for (const name of litter) {
          assert.equal(built.get(name)?.toString(), 'x', `${name} in round ${number + 1}`);
          built.delete(name);
        }
        const different = differences(built, treeOf(folder.at('cold')));
        assert.deepEqual(different, [], `after round ${number + 1}`);
        rmSync(folder.at('cold'), { recursive: true });
      }
    }),
    // Few long runs: a failure is told with its seed and all edits, and shrinking it would take an hour.
    { numRuns: 2, endOnFailure: true },
  );
});

test('a page that an edit made and its undoing unmade is not kept from a build with another cache', async () => {
  using folder = new Folder();
  folder.write(ARTICLES);
  const written = ARTICLES['content/1.md'] ?? '';
  await buildIn(folder, 'dist', '.cache');
  const first = treeOf(folder.at('dist'));
  folder.write({ 'content/1.md': written.replace('温度', '湿度') });
  await buildIn(folder, 'dist', null);
  folder.write({ 'content/1.md': written });
  await buildIn(folder, 'dist', '.cache');
  assert.deepEqual(differences(treeOf(folder.at('dist')), first), []);
});

test('the names files have, the order they were made in and the folder they lie in do not matter beyond their pages', async () => {
  using one = new Folder();
  using two = new Folder();
  one.write(ARTICLES);
  two.write(Object.fromEntries(Object.entries(ARTICLES).reverse()));
  await buildIn(one, 'dist', null);
  await buildIn(two, 'elsewhere/site', null);
  assert.deepEqual(differences(treeOf(two.at('elsewhere/site')), treeOf(one.at('dist'))), []);
});

test('more worker processes give the same tree', async () => {
  using folder = new Folder();
  folder.write({ 'content/archive.yml': OFF });
  for (let at = 0; at < 300; at++)
    folder.write({
      [`content/${at}.md`]: `---\ntitle: 第 ${at} 篇\nname: 作者 ${at % 7}\ntime: 2013-0${1 + (at % 9)}-11 08:00\n---\n\n第 ${at} 次抄下温度。\n`,
    });
  const common = { contentDir: folder.at('content'), cacheDir: null, progress: silent };
  await build({ ...common, outDir: folder.at('one'), workers: 1 });
  await build({ ...common, outDir: folder.at('three'), workers: 3 });
  assert.deepEqual(differences(treeOf(folder.at('three')), treeOf(folder.at('one'))), []);
});

test('a second build of the same content renders nothing and touches nothing', async () => {
  using folder = new Folder();
  folder.write(ARTICLES);
  const { articles, pages, rendered } = await buildIn(folder, 'dist', '.cache');
  assert.deepEqual([articles, rendered], [3, pages]);
  const again = await buildIn(folder, 'dist', '.cache');
  assert.deepEqual([again.articles, again.pages, again.rendered], [articles, pages, 0]);
  assert.deepEqual(again.changes, { added: [], changed: [], removed: [] });
});

test('an edit renders the pages that show it and no others', async () => {
  using folder = new Folder();
  folder.write(ARTICLES);
  const { pages } = await buildIn(folder, 'dist', '.cache');
  folder.write({ 'content/1.md': (ARTICLES['content/1.md'] ?? '').replace('温度', '湿度') });
  const { rendered, changes } = await buildIn(folder, 'dist', '.cache');
  assert.ok(rendered < pages, `${rendered} of ${pages}`);
  assert.ok(changes.changed.includes('2013/08/1.html'));
  assert.ok(!changes.changed.includes('2013/08/2.html'));
  assert.ok(!changes.changed.includes('authors/jane.html'));
});

test('what was left to wait is brought up to date by the next build', async () => {
  using folder = new Folder();
  folder.write({ ...ARTICLES, 'content/archive.yml': 'search: {pagefind: on}\n' });
  const options = { contentDir: folder.at('content'), progress: silent };
  const warm = { ...options, outDir: folder.at('dist'), cacheDir: folder.at('.cache') };
  await build(warm);
  folder.write({ 'content/3.md': '---\ntitle: 第四篇\n---\n\n紫藤开了。\n' });
  const { changes } = await build({ ...warm, defer: ['pause', 'build'] });
  assert.deepEqual(
    [...changes.added, ...changes.changed].filter((file) =>
      /^(?:search|pagefind)\/|\.(?:xml|gz)$/.test(file),
    ),
    [],
  );
  await build(warm);
  await build({ ...options, outDir: folder.at('cold'), cacheDir: null });
  assert.deepEqual(differences(treeOf(folder.at('dist')), treeOf(folder.at('cold'))), []);
});
