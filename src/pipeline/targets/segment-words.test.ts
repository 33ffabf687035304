import assert from 'node:assert/strict';
import { readdirSync, rmSync } from 'node:fs';
import { test } from 'node:test';
import { Folder } from '../../files/testing.ts';
import { silent } from '../../progress.ts';
import { build } from '../build.ts';

const article = (title: string, time: string, text: string): string =>
  `---\ntitle: ${title}\ntime: ${time}\n---\n\n${text}\n`;

/** Builds a folder, and gives what was said meanwhile. */
async function saidBy(folder: Folder): Promise<string> {
  const said: string[] = [];
  await build({
    contentDir: folder.at('content'),
    outDir: folder.at('dist'),
    cacheDir: folder.at('.cache'),
    progress: { ...silent, say: (line) => said.push(line) },
  });
  return said.join('\n');
}

test('a year without a Chinese character, other settings and words that are gone leave the cache whole', async () => {
  using folder = new Folder();
  folder.write({
    'content/archive.yml': 'search: { pagefind: off }\n',
    'content/1.md': article('机房的门', '2014-05-01', '机房的门一直开着。'),
    'content/2.md': article('Hello', '2015-05-01', 'Plain words.'),
  });
  assert.doesNotMatch(await saidBy(folder), /damaged/);
  folder.write({ 'content/archive.yml': 'search: { pagefind: off }\nimages: load\n' });
  assert.doesNotMatch(await saidBy(folder), /damaged/);
  const [own = ''] = readdirSync(folder.at('.cache'));
  rmSync(folder.at('.cache', own, 'suggestions'), { recursive: true });
  folder.write({ 'content/2.md': article('Hello', '2015-05-01', 'Other words.') });
  assert.doesNotMatch(await saidBy(folder), /damaged/);
});
