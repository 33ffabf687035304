import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sitemap } from './sitemap.ts';
import { manyArticles, sampleContext } from './testing/sample.ts';
import { absent, relaxNg, texts } from './testing/tools.ts';
import { parseXml, textsAt } from './testing/xml.ts';

const origin = 'https://example.org/档案/';

test('a sitemap lists every article and the pages that lead to it, percent-encoded', async () => {
  const all = await texts(sitemap.files(sampleContext({ origin })));
  assert.deepEqual([...all.keys()], ['sitemap.xml']);
  const addresses = textsAt(parseXml(all.get('sitemap.xml') ?? ''), 'urlset.url.loc');
  assert.equal(addresses[0], 'https://example.org/%E6%A1%A3%E6%A1%88/undated/000000.html');
  assert.ok(addresses.includes('https://example.org/%E6%A1%A3%E6%A1%88/'));
  assert.equal(new Set(addresses).size, addresses.length);
});

test('sitemaps and their index are valid', { skip: absent('xmllint') }, async () => {
  for (const [path, text] of await texts(sitemap.files(sampleContext({ origin }))))
    relaxNg('sitemap', text, path);
  const large = await texts(sitemap.files(sampleContext({ origin }, manyArticles(50_001))));
  for (const [path, text] of large) relaxNg('sitemap', text, path);
});

test('above 50,000 addresses there is an index, and closed parts do not change', () => {
  const files = (count: number) =>
    new Map(
      [...sitemap.files(sampleContext({ origin }, manyArticles(count)))].map((file) => [file.path, file.key]),
    );
  const [before, after] = [files(50_001), files(50_100)];
  assert.deepEqual([...before.keys()], ['sitemap/1.xml', 'sitemap/2.xml', 'sitemap.xml']);
  assert.equal(before.get('sitemap/1.xml'), after.get('sitemap/1.xml'));
  assert.notEqual(before.get('sitemap/2.xml'), after.get('sitemap/2.xml'));
});
