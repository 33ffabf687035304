import assert from 'node:assert/strict';
import { test } from 'node:test';
import { authorList } from './author-list.ts';
import { IndexFiles } from './index-files.ts';
import { parseQuery } from './language.ts';
import { article, indexOf } from './testing.ts';

test('the articles of forty authors are joined in time that grows with their number alone', async () => {
  const COUNT = 60_000;
  const files = await indexOf(
    Array.from({ length: COUNT }, (_, at) =>
      article(`${at}.html`, { author: `${at % 2 === 0 ? '' : 'A'}Jim${at % 40}` }),
    ),
  );
  const index = new IndexFiles({
    file: async (name) => files.get(name) ?? assert.fail(`no file ${name}`),
    page: async (path) => assert.fail(`no page is asked for: ${path}`),
  });
  const { segments } = await index.root();
  const [segment] = segments;
  const [[term] = []] = parseQuery('作者:jim').all;
  assert.ok(segment && term);
  const start = process.cpuUsage();
  const list = await authorList(index, segment, term);
  const { user } = process.cpuUsage(start);
  assert.equal(list?.documents.length, COUNT);
  assert.ok(list.documents.every((one, at) => one === at));
  // In `AJim` the term does not begin a word, unless a hyphen went there.
  assert.ok(list.unsure.length === COUNT / 2 && list.unsure.every((one) => one % 2 === 1));
  // Less than a tenth of a second; ten times that, where each article is looked for among all others.
  assert.ok(user < 0.4e6, `${user / 1e6} s of processor time`);
});
