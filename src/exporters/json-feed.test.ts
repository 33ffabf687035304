import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { jsonFeed } from './json-feed.ts';
import { manyArticles, sampleContext } from './testing/sample.ts';
import { texts } from './testing/tools.ts';

const text = { type: 'string', minLength: 1 };
const address = { type: 'string', format: 'uri' };
const authors = {
  type: 'array',
  items: {
    type: 'object',
    required: ['name'],
    properties: { name: text, url: address },
    additionalProperties: false,
  },
};

/** The demands of https://www.jsonfeed.org/version/1.1/, and nothing it does not know. */
const schema = {
  type: 'object',
  required: ['version', 'title', 'items'],
  additionalProperties: false,
  properties: {
    version: { const: 'https://jsonfeed.org/version/1.1' },
    title: text,
    description: text,
    home_page_url: address,
    feed_url: address,
    authors,
    language: text,
    items: {
      type: 'array',
      items: {
        type: 'object',
        required: ['id'],
        anyOf: [{ required: ['content_html'] }, { required: ['content_text'] }],
        additionalProperties: false,
        properties: {
          id: text,
          url: address,
          external_url: address,
          title: text,
          content_html: { type: 'string' },
          content_text: { type: 'string' },
          summary: { type: 'string' },
          date_published: { type: 'string', format: 'date-time' },
          authors,
          tags: { type: 'array', items: text },
        },
      },
    },
  },
};

const ajv = new Ajv2020({ allErrors: true });
formats.default(ajv);
const validate = ajv.compile(schema);

async function feed(
  context: Parameters<typeof jsonFeed.files>[0],
): Promise<{ items: Record<string, unknown>[] }> {
  return JSON.parse((await texts(jsonFeed.files(context))).get('feed.json') ?? '');
}

test('the feed is a valid JSON Feed, with and without an origin, and empty', async () => {
  const contexts = [sampleContext({ origin: 'https://example.org/a/', maintainer: '馆' }), sampleContext({})];
  for (const context of [...contexts, sampleContext({}, [])])
    assert.equal(validate(await feed(context)), true, JSON.stringify(validate.errors));
});

test('it holds the newest 50 articles, newest first', async () => {
  const { items } = await feed(sampleContext({}, manyArticles(70)));
  assert.deepEqual([items.length, items[0]?.title, items.at(-1)?.title], [50, '第 69 篇', '第 20 篇']);
});

test('without an origin there are no addresses that a reader could not resolve', async () => {
  const { items } = await feed(sampleContext({}));
  assert.deepEqual(
    items.map((item) => 'url' in item),
    [false, false, false, false],
  );
});
