import assert from 'node:assert/strict';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import sqlite from 'node-sqlite3-wasm';
import { UserError } from '../errors.ts';
import { Folder } from '../files/testing.ts';
import * as strings from '../locales/zh-Hans.ts';
import { silent } from '../progress.ts';
import { settingsSchema } from '../settings.ts';
import { makeAtomically } from './atomic.ts';
import { makePackage } from './make.ts';
import { readRecords } from './records.ts';
import { withPackage } from './testing.ts';
import { requireVersion } from './zim.ts';

test('the zip holds the site in one folder, without what is of no use from disk', () =>
  withPackage(
    'zip',
    async ([file = '']) => {
      const names = Object.keys(unzipSync(await readFile(file)));
      assert.ok(names.every((name) => name.startsWith('样本档案/')));
      assert.ok(names.includes('样本档案/index.html') && names.includes('样本档案/2013/01/1000.html'));
      assert.equal(names.at(-1), '样本档案/index.html', 'who finds it has unpacked the rest');
      const unwanted = names.filter((name) =>
        /pagefind|jsonl|_headers|\.jiuwen|\.br$|sw\.js|packs/.test(name),
      );
      assert.deepEqual(unwanted, []);
    },
    {
      'pagefind/pagefind.js': 'x',
      _headers: 'x',
      '.jiuwen': 'x',
      'index.html.br': 'x',
      'sw.js': 'x',
      'offline/packs/2013-1.zip': 'x',
    },
  ));

test('in the zip the index and the texts are scripts, the articles’ pages as they are', () =>
  withPackage(
    'zip',
    async ([file = ''], siteDir) => {
      const files = unzipSync(await readFile(file));
      const read = (name: string) => Buffer.from(files[`样本档案/${name}`] ?? []).toString();
      const carried = (name: string) => {
        const window: { jiuwenDisk?: Record<string, unknown> } = {};
        new Function('window', read(`disk/${name}.js`))(window);
        return window.jiuwenDisk?.[name];
      };
      assert.equal(carried('search/root.bin'), Buffer.from('index').toString('base64'));
      assert.equal(files['样本档案/search/root.bin'], undefined);
      assert.deepEqual(carried('texts'), [
        ['2013/01/1000.html', 'texts/1'],
        ['undated/000002.html', 'texts/0'],
      ]);
      assert.deepEqual(Object.keys(carried('texts/1') ?? {}), ['2013/01/1000.html', '2014/02/1001.html']);
      assert.deepEqual((carried('texts/1') as Record<string, unknown>)['2013/01/1000.html'], {
        title: '<b>芯片 & 开源</b>',
        author: '王<五>',
        topics: ['芯片', '芯片', '开源'],
        passages: ['第一段谈芯片。', '第二段。'],
      });
      const page = '2013/01/1000.html';
      assert.equal(read(page), await readFile(path.join(siteDir, page), 'utf8'));
      assert.match(read('index.html'), /unpacked\.css.*<body>\n<p class="unpack">/s);
    },
    { 'search/root.bin': 'index', 'index.html': '<head></head><body><p>首页' },
  ));

test('two zips of the same site are the same bytes', async () => {
  const bytes = () => withPackage('zip', ([file = '']) => readFile(file));
  assert.deepEqual(await bytes(), await bytes());
});

test('the database holds every article, its topics and headings, and finds words of two characters', () =>
  withPackage('sqlite', async ([file = '']) => {
    const database = new sqlite.Database(file, { readOnly: true });
    const one = (sql: string) => Object.values(database.get(sql) ?? {})[0];
    try {
      assert.equal(one('PRAGMA integrity_check'), 'ok');
      assert.equal(one('SELECT count(*) FROM articles'), 3);
      assert.equal(one("SELECT title FROM articles WHERE text LIKE '%芯片%'"), '<b>芯片 & 开源</b>');
      assert.equal(one('SELECT date FROM articles WHERE url IS NOT NULL ORDER BY date'), '2013-01-04');
      assert.equal(one('SELECT count(*) FROM topics'), 2);
      assert.equal(one("SELECT value FROM archive WHERE name = 'licence'"), '<CC>');
    } finally {
      database.close();
    }
  }));

test('what a killed export left is no hindrance to the next one', () =>
  withPackage('sqlite', async ([file = ''], siteDir) => {
    const outDir = path.dirname(file);
    const left = path.join(outDir, `.${path.basename(file)}.partial`);
    await writeFile(left, 'half a database');
    await mkdir(`${left}.lock`);
    await rm(file);
    const settings = settingsSchema.parse({ title: '样本档案' });
    await makePackage({ kind: 'sqlite', siteDir, outDir, settings, strings, progress: silent });
    assert.deepEqual(await readdir(outDir), [path.basename(file)]);
  }));

test('a full disk is one sentence, and leaves what was there', async () => {
  const dir = await mkdtemp(path.join(tmpdir(), 'jiuwen-finished-'));
  try {
    const target = path.join(dir, 'a.zip');
    for (const said of [
      'ENOSPC: no space left on device, write',
      'database or disk is full',
      'disk I/O error',
    ])
      await assert.rejects(
        makeAtomically(target, async (partial) => {
          await writeFile(partial, 'ha');
          throw new Error(said);
        }),
        (error) => error instanceof UserError && /a\.zip: .*space.*try again \(/.test(error.message),
      );
    assert.deepEqual(await readdir(dir), []);
  } finally {
    await rm(dir, { recursive: true });
  }
});

test('bulk files are NDJSON whose documents have exactly the fields of the mapping and ids that Meilisearch takes', () =>
  withPackage('bulk', async ([dir = '']) => {
    const read = (name: string) => readFile(path.join(dir, name), 'utf8');
    const lines = async (name: string) =>
      (await read(name))
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line));
    const { mappings } = JSON.parse(await read('opensearch-index.json'));
    const bulk = await lines('opensearch-1.ndjson');
    assert.equal(bulk.length, 6);
    for (const [at, document] of bulk.entries())
      if (at % 2 === 0) assert.equal(document.index._id, bulk[at + 1].id);
      else assert.deepEqual(Object.keys(document).sort(), Object.keys(mappings.properties).sort());
    const documents = await lines('meilisearch-1.ndjson');
    for (const { id } of documents) assert.match(id, /^[\w-]{1,511}$/);
    const settings = JSON.parse(await read('meilisearch-settings.json'));
    for (const name of [
      ...settings.searchableAttributes,
      ...settings.displayedAttributes,
      ...settings.filterableAttributes,
    ])
      assert.ok(name in documents[0], name);
  }));

test('half a package is never found under its name, and the one that was there stays', async () => {
  const dir = await mkdtemp(path.join(tmpdir(), 'jiuwen-finished-'));
  try {
    const target = path.join(dir, 'a.zip');
    await writeFile(target, 'old');
    const failing = makeAtomically(target, async (partial) => {
      await writeFile(partial, 'ha');
      throw new Error('disk full');
    });
    await assert.rejects(failing, /disk full/);
    assert.deepEqual(await readdir(dir), ['a.zip']);
    assert.equal(await readFile(target, 'utf8'), 'old');
  } finally {
    await rm(dir, { recursive: true });
  }
});

test('zim-tools before 3.5 are refused with the reason', () => {
  assert.throws(
    () => requireVersion('zim-tools 3.1.3\n\nlibzim 8.1.1\n'),
    /3\.1: Chinese search is broken in versions before 3\.5/,
  );
  assert.throws(() => requireVersion('something else'), UserError);
  for (const version of ['zim-tools 3.5.0', 'zim-tools 3.10.1', 'zim-tools 4.0.0']) requireVersion(version);
});

test('zimwriterfs gets the site without the word index, and its file its name only after zimcheck', async () => {
  const tools = await mkdtemp(path.join(tmpdir(), 'jiuwen-tools-'));
  const before = process.env.PATH;
  try {
    // Stands in for the tools: writes down what it was given.
    const writer =
      '#!/bin/sh\n[ "$1" = --version ] && { echo "zim-tools 3.6.0"; exit; }\nfor last; do :; done\n{ printf "%s\\n" "$@"; find . -name none; } > "$last"\n';
    for (const [name, script] of [
      ['zimwriterfs', writer],
      ['zimcheck', '#!/bin/sh\nexit 0\n'],
    ] as const) {
      await writeFile(path.join(tools, name), script);
      await chmod(path.join(tools, name), 0o755);
    }
    await mkdir(tools, { recursive: true });
    process.env.PATH = `${tools}:${before}`;
    await withPackage('zim', async ([file = '']) => {
      assert.match(
        await readFile(file, 'utf8'),
        /^--welcome=index\.html\n--illustration=zim-icon-48\.png\n--language=zho\n--title=样本档案\n/,
      );
      assert.deepEqual(await readdir(path.dirname(file)), ['样本档案.zim']);
    });
  } finally {
    process.env.PATH = before;
    await rm(tools, { recursive: true });
  }
});

test('a line that is no article is named with its file and number', async () => {
  using folder = new Folder();
  folder.write({ 'articles.jsonl.gz': gzipSync('\n{"path":"a.html"}\n') });
  await assert.rejects(
    async () => {
      for await (const _ of readRecords(folder.dir));
    },
    (error) => error instanceof UserError && /articles\.jsonl\.gz:2: is no article/.test(error.message),
  );
});

test('an unknown kind is answered with those there are', async () => {
  await assert.rejects(
    withPackage('pdf', async () => {}),
    /zip, epub, zim, sqlite, bulk/,
  );
});
