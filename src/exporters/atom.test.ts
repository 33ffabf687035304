import assert from 'node:assert/strict';
import { test } from 'node:test';
import { atom, atomAuthors } from './atom.ts';
import type { ExportContext, Exporter } from './exporter.ts';
import { manyArticles, sampleContext } from './testing/sample.ts';
import { absent, relaxNg, texts } from './testing/tools.ts';
import { parseXml, textsAt, valuesAt } from './testing/xml.ts';

const files = (exporter: Exporter, context: ExportContext) => texts(exporter.files(context));

test('every feed is valid Atom, with and without an origin', { skip: absent('xmllint') }, async () => {
  for (const origin of ['https://example.org/档案/', null])
    for (const [exporter, articles] of [
      [atom, undefined],
      [atomAuthors, manyArticles(15)],
    ] as const)
      for (const [path, text] of await files(
        exporter,
        sampleContext({ origin, maintainer: '馆', licence: '© <1>' }, articles),
      ))
        relaxNg('atom', text, path);
});

test('titles come out as the characters they are, and characters that XML forbids as U+FFFD', async () => {
  const feed = parseXml((await files(atom, sampleContext({}))).get('feed.xml') ?? '');
  assert.deepEqual(textsAt(feed, 'feed.entry.title'), [
    '最新的一篇',
    '坏字符\ufffd与\ufffd',
    '<b>A & B</b> "引号" ]]>',
    '没有日期的一篇',
  ]);
});

test('an undated article has no publication date', async () => {
  const feed = parseXml((await files(atom, sampleContext({}))).get('feed.xml') ?? '');
  assert.equal(textsAt(feed, 'feed.entry.published').length, 3);
  assert.equal(textsAt(feed, 'feed.entry.updated').at(-1), '1970-01-01T00:00:00Z');
});

test('links are absolute with an origin and lead back to the root without', async () => {
  const pages = async (origin: string | null) => {
    const all = await files(atomAuthors, sampleContext({ origin }, manyArticles(15)));
    const text = all.get([...all.keys()][0] ?? '') ?? '';
    return valuesAt(parseXml(text), 'feed.entry.link', '@href').filter((value) => value.endsWith('.html'));
  };
  assert.equal((await pages('https://example.org/a/'))[0], 'https://example.org/a/2013/01/1012.html');
  assert.equal((await pages(null))[0], '../2013/01/1012.html');
});

test('an author has a feed from the fifth article on', async () => {
  const feeds = async (articles: number) =>
    (await files(atomAuthors, sampleContext({}, manyArticles(articles)))).size;
  assert.deepEqual([await feeds(12), await feeds(13), await feeds(15)], [0, 1, 3]);
});

test('ids of articles do not depend on the origin', async () => {
  const ids = async (origin: string | null) =>
    textsAt(parseXml((await files(atom, sampleContext({ origin }))).get('feed.xml') ?? ''), 'feed.entry.id');
  assert.deepEqual(await ids(null), await ids('https://example.org/'));
  assert.equal(new Set(await ids(null)).size, 4);
});

test('walking the archive from the newest feed meets every article', async () => {
  const all = await files(atom, sampleContext({}, manyArticles(173)));
  const seen = new Set<string>();
  for (let path: string | undefined = 'feed.xml'; path !== undefined; ) {
    const document = parseXml(all.get(path) ?? '');
    for (const title of textsAt(document, 'feed.entry.title')) seen.add(title);
    const previous: string | undefined = linkTo(document, 'prev-archive');
    path = previous && new URL(previous, `http://x/${path}`).pathname.slice(1);
  }
  assert.equal(seen.size, 173);
});

test('an archive page, once there, stays the same when newer articles come', async () => {
  const before = await files(atom, sampleContext({}, manyArticles(101)));
  const after = await files(atom, sampleContext({}, manyArticles(260)));
  before.delete('feed.xml');
  assert.deepEqual([...before.keys()], ['feed/1.xml', 'feed/2.xml']);
  for (const [path, text] of before) assert.equal(after.get(path), text, path);
});

test('the key of a file changes exactly when its content does', async () => {
  const keys = (count: number) =>
    new Map([...atom.files(sampleContext({}, manyArticles(count)))].map((file) => [file.path, file.key]));
  const [before, after] = [keys(120), keys(121)];
  assert.equal(before.get('feed/2.xml'), after.get('feed/2.xml'));
  assert.notEqual(before.get('feed.xml'), after.get('feed.xml'));
});

test('texts go into the newest feed until it is large enough, then summaries', async () => {
  const html = `<p>${'字'.repeat(60_000)}</p>`;
  const many = manyArticles(5).map((article) => ({ ...article, html }));
  const feed = parseXml((await files(atom, sampleContext({}, many))).get('feed.xml') ?? '');
  assert.deepEqual(
    [textsAt(feed, 'feed.entry.content').length, textsAt(feed, 'feed.entry.summary').length],
    [2, 3],
  );
});

test('an empty archive has a valid, empty feed', { skip: absent('xmllint') }, async () => {
  const all = await files(atom, sampleContext({}, []));
  assert.deepEqual([...all.keys()], ['feed.xml']);
  relaxNg('atom', all.get('feed.xml') ?? '', 'feed.xml');
});

function linkTo(document: unknown, rel: string): string | undefined {
  const [rels, hrefs] = [valuesAt(document, 'feed.link', '@rel'), valuesAt(document, 'feed.link', '@href')];
  return hrefs[rels.indexOf(rel)];
}
