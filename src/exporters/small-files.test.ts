import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { llms } from './llms.ts';
import { manifest } from './manifest.ts';
import { opensearch } from './opensearch.ts';
import { robots } from './robots.ts';
import { sampleContext } from './testing/sample.ts';
import { absent, relaxNg, texts } from './testing/tools.ts';
import { parseXml, valuesAt } from './testing/xml.ts';

const origin = 'https://example.org/a/';

test('robots.txt names the sitemap where there is one', async () => {
  const [withOrigin, without] = [sampleContext({ origin }), sampleContext({})].map((context) =>
    robots.files(context),
  );
  assert.match(
    (await texts(withOrigin ?? [])).get('robots.txt') ?? '',
    /^Sitemap: https:\/\/example\.org\/a\/sitemap\.xml$/m,
  );
  assert.equal((await texts(without ?? [])).get('robots.txt'), 'User-agent: *\nDisallow:\n');
});

test('the OpenSearch description leads to the search page', async () => {
  const text = (await texts(opensearch.files(sampleContext({ origin })))).get('opensearch.xml') ?? '';
  assert.equal(
    valuesAt(parseXml(text), 'OpenSearchDescription.Url', '@template')[0],
    'https://example.org/a/search.html?q={searchTerms}',
  );
});

test('the OpenSearch description is valid, long titles included', { skip: absent('xmllint') }, async () => {
  const context = sampleContext({ origin, title: '很长的名字'.repeat(9) });
  relaxNg(
    'opensearch',
    (await texts(opensearch.files(context))).get('opensearch.xml') ?? '',
    'opensearch.xml',
  );
});

test('llms.txt has the shape of llmstxt.org: title, quote, details, sections of links', async () => {
  const context = sampleContext({ origin: null, title: '*档案* <x>', description: '[一句](y)话' });
  const { children } = fromMarkdown((await texts(llms.files(context))).get('llms.txt') ?? '');
  const kinds = children.map((node) => (node.type === 'heading' ? `h${node.depth}` : node.type));
  assert.match(kinds.join(' '), /^h1 blockquote paragraph paragraph( h2 list)+$/);
  assert.deepEqual(children[0]?.type === 'heading' && children[0].children, [
    {
      type: 'text',
      value: '*档案* <x>',
      position: children[0] && 'children' in children[0] && children[0].children[0]?.position,
    },
  ]);
});

test('the manifest names every article, one a line', async () => {
  const text = (await texts(manifest.files(sampleContext({})))).get('manifest.json') ?? '';
  const { articles } = JSON.parse(text) as { articles: { path: string; page: string; source: string }[] };
  assert.equal(articles.length, 4);
  assert.equal(text.split('\n').length, 7);
  for (const { page, source } of articles) assert.match(`${page} ${source}`, /^[0-9a-f]{64} [0-9a-f]{64}$/);
});
