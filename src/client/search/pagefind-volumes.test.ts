import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { mock, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { buildPagefind } from '../../search/pagefind.ts';
import { pagefindDocument } from '../../search/pagefind-document.ts';
import { volumesText } from '../../search/pagefind-volumes.ts';
import { pagefindEngine } from './pagefind-engine.ts';

const documentOf = (name: string, text: string) =>
  pagefindDocument(
    {
      path: `2013/08/${name}.html`,
      title: name,
      authors: ['小王'],
      time: { iso: '2013-08-01', date: '2013-08-01', clock: null, epoch: 0 },
    },
    { passages: [text], headings: [] },
    1_000,
  );

test('Pagefind’s own program finds articles of all volumes together, with their excerpts and under conditions', async () => {
  const dir = await mkdtemp(path.join(tmpdir(), 'volumes-'));
  const fetched = mock.method(globalThis, 'fetch', async (url: string) => {
    const file = fileURLToPath(String(url).replace(/\?.*/, ''));
    return new Response(new Uint8Array(await readFile(file)));
  });
  // It asks the page for its language and its place.
  const page = { querySelector: () => ({ getAttribute: () => 'zh-Hans' }) };
  Object.assign(globalThis, { document: page, location: { href: 'file:///', origin: 'null' } });
  try {
    const volume = (name: string, text: string, folder: string) =>
      buildPagefind({
        documents: [documentOf(name, text)],
        chars: 30,
        outDir: path.join(dir, folder),
        withProgram: folder === '',
      });
    await writeFile(path.join(dir, 'package.json'), '{"type":"module"}');
    await volume('旧篇', '紫藤开了，服务器的风扇在响。', '');
    await volume('新篇', '紫藤谢了，紫藤架下有人。', 'volumes/b');
    await writeFile(path.join(dir, 'volumes.json'), volumesText(['', 'volumes/b']));
    const engine = pagefindEngine(pathToFileURL(`${dir}/`).href);
    const ask = (query: string, filters = {}) =>
      engine({ query, filters, limit: 5, signal: new AbortController().signal });
    const hits = await ask('紫藤');
    assert.deepEqual(hits.map((hit) => hit.path).sort(), ['2013/08/新篇.html', '2013/08/旧篇.html']);
    for (const { excerpts, author, date } of hits) {
      assert.match(excerpts[0]?.text ?? '', /^紫藤/);
      assert.deepEqual([author.text, date], ['小王', '2013-08-01']);
    }
    assert.equal((await ask('紫藤', { author: '小王', year: '2013' })).length, 2);
    assert.equal((await ask('紫藤', { year: '2014' })).length, 0);
    assert.deepEqual(
      (await ask('服务器')).map((hit) => hit.title.text),
      ['旧篇'],
    );
  } finally {
    fetched.mock.restore();
    Reflect.deleteProperty(globalThis, 'document');
    Reflect.deleteProperty(globalThis, 'location');
    await rm(dir, { recursive: true });
  }
});
