import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SearchFileError } from './index-files.ts';
import { exactly } from './language.ts';
import { open } from './search.ts';
import { article, type Files, indexOf, openFiles } from './testing.ts';

const documents = [
  article('2019/03/1.html', { date: '2019-03-01', passages: ['微信社交电商'] }),
  article('2020/03/2.html', { date: '2020-03-01', passages: ['微信支付'] }),
];
/** With segments of each kind. */
const large = [
  ...documents,
  ...['02', '03', '04'].map((day) =>
    article(`2020/03/${day}.html`, { date: `2020-03-${day}`, passages: ['微信支付'] }),
  ),
  article('2020/04/2.html', { date: '2020-04-01', passages: ['微信支付'] }),
];

/** The last chunk of a segment holds the pairs of Han characters. */
const nameOf = (files: Files, part: string) =>
  [...files.keys()].findLast((name) => name.includes(part)) ?? '';

const damages: [string, (bytes: Uint8Array) => Uint8Array | undefined][] = [
  ['missing', () => undefined],
  ['cut in half', (bytes) => bytes.slice(0, bytes.length >> 1)],
  ['one byte short', (bytes) => bytes.slice(0, -1)],
  ['empty', () => new Uint8Array()],
  ['a page of HTML', () => new TextEncoder().encode('<!doctype html><title>404</title>')],
];

for (const file of ['root.bin', 'closed-', 'year-', 'open-'])
  for (const [what, damage] of damages)
    test(`a search with ${file} ${what} says so in one sentence, and a retry after the repair works`, async () => {
      const files = await indexOf(large);
      const name = nameOf(files, file);
      const good = files.get(name) ?? new Uint8Array();
      const bad = damage(good);
      if (bad) files.set(name, bad);
      else files.delete(name);
      const engine = openFiles(files);
      await assert.rejects(engine.search('微信'), (error) => {
        assert.ok(error instanceof SearchFileError);
        assert.match(error.message, /^\S+\.bin is missing or damaged$/);
        return true;
      });
      files.set(name, good);
      assert.equal((await engine.search('微信')).total, large.length);
    });

test('a damaged byte anywhere in a chunk is noticed', async () => {
  const files = await indexOf(documents);
  const name = nameOf(files, 'open-');
  const good = files.get(name) ?? new Uint8Array();
  for (let at = 0; at < good.length; at++) {
    files.set(
      name,
      good.map((byte, i) => (i === at ? byte ^ 0x10 : byte)),
    );
    const outcome = await openFiles(files)
      .search('微信')
      .then(
        (results) => results.total,
        (error) => error,
      );
    assert.ok(outcome === 2 || outcome instanceof SearchFileError, `byte ${at}: ${outcome}`);
  }
});

test('a missing page is named, and a retry works', async () => {
  const files = await indexOf(documents);
  const page = files.get('2020/03/2.html') ?? new Uint8Array();
  files.delete('2020/03/2.html');
  const engine = openFiles(files);
  await assert.rejects(engine.search('支付'), /^SearchFileError: 2020\/03\/2\.html is missing or damaged$/);
  files.set('2020/03/2.html', page);
  assert.equal((await engine.search('支付')).hits.length, 1);
});

test('a site published anew while a reader searches is found again by a retry', async () => {
  const files = await indexOf(documents);
  const engine = openFiles(files);
  assert.equal((await engine.search('微信', { filters: { year: '2019' } })).total, 1);
  const republished = await indexOf([
    ...documents,
    article('2020/04/3.html', { date: '2020-04-01', passages: ['支付'] }),
  ]);
  files.clear();
  for (const [name, bytes] of republished) files.set(name, bytes);
  await assert.rejects(engine.search('支付'), SearchFileError);
  assert.equal((await engine.search('支付')).total, 2);
});

test('searches at once load each file once', async () => {
  const loaded: string[] = [];
  const engine = openFiles(await indexOf(documents), (name) => loaded.push(name));
  await Promise.all(['微信', '微信 支付', '"信社"', '微信'].map((query) => engine.search(query)));
  assert.equal(loaded.length, new Set(loaded).size);
});

test('an aborted search throws the reason of its signal', async () => {
  const engine = openFiles(await indexOf(documents));
  const controller = new AbortController();
  const searching = engine.search('微信', { signal: controller.signal });
  controller.abort(new Error('newer query'));
  await assert.rejects(searching, /newer query/);
  assert.equal((await engine.search('微信')).total, 2);
});

test('a page that an abandoned query was loading is loaded for the next one', async () => {
  const files = await indexOf(documents);
  let loads = 0;
  const engine = open({
    file: async (name) => files.get(name) ?? Promise.reject(new Error(name)),
    page: (path, signal) =>
      new Promise((resolve, reject) => {
        loads++;
        signal?.addEventListener('abort', () => reject(signal.reason));
        if (loads > 1) resolve(documents.find((document) => document.path === path) ?? article(path));
      }),
  });
  const controller = new AbortController();
  const given = engine.search('支付', { signal: controller.signal });
  while (loads === 0) await new Promise((resolve) => setTimeout(resolve, 1));
  const wanted = engine.search('"支付"', { limit: 1 });
  controller.abort(new Error('newer query'));
  await assert.rejects(given, /newer query/);
  assert.equal((await wanted).hits.length, 1);
});

test('hostile and senseless queries are answered, with an honest count', async () => {
  const engine = openFiles(await indexOf(documents));
  const queries = [
    '',
    '   ',
    '，。！',
    '""',
    '"',
    '-',
    '--',
    '\ud800',
    '\udc00\ud800',
    '.*',
    '(a+)+$',
    '[',
    '<script>alert(1)</script>',
    '\0',
    '-微信 -支付',
    '“',
    '__proto__',
    'constructor',
  ];
  for (const query of queries) {
    const results = await engine.search(query);
    assert.equal(results.total, results.hits.length, query);
    assert.equal(results.exact, true, query);
  }
  assert.equal((await engine.search('，。！')).searchable, true);
  assert.equal((await engine.search('   ')).searchable, false);
  const long = '微信社交电商'.repeat(1700);
  assert.equal((await engine.search(long)).total, 0);
  assert.equal((await engine.search(exactly(long))).total, 0);
  assert.equal((await engine.search('微 信 '.repeat(2500))).total, 2);
  const manyTerms = Array.from({ length: 2500 }, (_, i) => String.fromCharCode(0x4e00 + i)).join(' ');
  assert.deepEqual(
    [
      (await engine.search(manyTerms)).total,
      (await engine.search(`-${manyTerms.replaceAll(' ', ' -')}`)).exact,
    ],
    [0, true],
  );
  const fourteen = '微 信 微信 支 付 支付 信支 微信支 信支付 微信支付 "微" "信" "微信" 不在';
  assert.equal((await engine.search(fourteen)).total, 0);
});
