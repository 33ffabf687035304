import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { articlesJsonl } from './articles-jsonl.ts';
import { manyArticles, sampleContext } from './testing/sample.ts';
import { contents } from './testing/tools.ts';

const read = (bytes: Buffer | undefined): Record<string, unknown>[] =>
  gunzipSync(bytes ?? new Uint8Array())
    .toString('utf8')
    .trimEnd()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

test('every line is valid against the schema beside it, and the schema describes every field', async () => {
  const files = await contents(articlesJsonl.files(sampleContext({})));
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
  formats.default(ajv);
  const validate = ajv.compile(JSON.parse(files.get('articles.schema.json')?.toString('utf8') ?? ''));
  const records = read(files.get('articles.jsonl.gz'));
  assert.equal(records.length, 4);
  for (const record of records) assert.equal(validate(record), true, JSON.stringify(validate.errors));
  assert.equal(validate({ ...records[0], more: 1 }), false);
});

test('a record holds the text of all passages and the unknown fields', async () => {
  const article = { title: '题', author: '人', day: 0, passages: ['第一段', '第二段'], data: { views: 3 } };
  const [record] = read(
    (await contents(articlesJsonl.files(sampleContext({}, [article])))).get('articles.jsonl.gz'),
  );
  assert.deepEqual([record?.text, record?.data], ['第一段\n\n第二段', { views: 3 }]);
});

test('an empty archive has an empty file', async () => {
  const files = await contents(articlesJsonl.files(sampleContext({}, [])));
  assert.deepEqual(read(files.get('articles.jsonl.gz')), []);
});

test('a large archive is cut into parts that stay when articles come, and together hold each article once', async () => {
  const large = (count: number) =>
    manyArticles(count).map((article) => ({ ...article, passages: ['字'.repeat(3_000_000)] }));
  const keys = (count: number) =>
    new Map([...articlesJsonl.files(sampleContext({}, large(count)))].map((file) => [file.path, file.key]));
  const [before, after] = [keys(5), keys(6)];
  assert.deepEqual(
    [...before.keys()],
    ['articles-1.jsonl.gz', 'articles-2.jsonl.gz', 'articles.schema.json'],
  );
  assert.equal(before.get('articles-1.jsonl.gz'), after.get('articles-1.jsonl.gz'));
  assert.notEqual(before.get('articles-2.jsonl.gz'), after.get('articles-2.jsonl.gz'));
});
