import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Folder } from '../../files/testing.ts';
import { silent } from '../../progress.ts';
import { MEANT_FILES } from '../../search/meant/meant-files.ts';
import { build } from '../build.ts';

test('an article of the last month leaves the table of pinyin as it is, a new author comes into it, and the next month brings its words', async () => {
  using folder = new Folder();
  const write = (number: number, time: string, name: string): void =>
    folder.write({
      [`content/${number}.md`]: `---\ntitle: 紫藤花开第 ${number} 回\nname: ${name}\ntime: ${time}\n---\n\n紫藤开了，灯灭了。\n`,
    });
  const table = async (): Promise<string> => {
    await build({
      contentDir: folder.at('content'),
      outDir: folder.at('dist'),
      cacheDir: folder.at('.cache'),
      progress: silent,
    });
    return readFileSync(folder.at('dist', MEANT_FILES.pinyin)).toString('hex');
  };
  folder.write({ 'content/archive.yml': 'search: { pagefind: off }\n' });
  write(1, '2014-05-01', '单田芳');
  write(2, '2015-05-01', '单田芳');
  const first = await table();
  for (const number of [3, 4, 5]) write(number, '2015-05-02', '单田芳');
  assert.equal(await table(), first);
  write(6, '2015-05-03', '重阳');
  const named = await table();
  assert.notEqual(named, first);
  write(7, '2015-06-01', '重阳');
  assert.notEqual(await table(), named);
});
