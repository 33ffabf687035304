import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { siteReader } from '../deploy/site-reader.ts';
import { readManifest, verify } from '../deploy/verify.ts';
import { differences, Folder, treeOf } from '../files/testing.ts';
import { silent } from '../progress.ts';
import { build } from './build.ts';

/** Two articles, one of them in another encoding. */
const SOURCE = '---\ntitle: 灯\nname: 林一\ntime: 2013-08-01\n---\n\n值班的人抄下温度。\n';
const GBK = Buffer.from([0xb5, 0xc6, 0xc1, 0xc1, 0xc1, 0xcb, 0xa1, 0xa3, 0x0a]);

class Site extends Folder {
  async build(
    twins: string,
    outDir = 'dist',
    cacheDir: string | null = '.cache',
  ): Promise<Map<string, Buffer>> {
    this.write({
      'content/a.md': SOURCE,
      'content/archive.yml': `search: {pagefind: off}\norigin: https://example.org/\n${twins}`,
    });
    const places = { contentDir: this.at('content'), outDir: this.at(outDir) };
    const cache = cacheDir && this.at(cacheDir);
    await build({ ...places, cacheDir: cache, progress: silent, workers: 1 });
    return treeOf(this.at(outDir));
  }

  text(file: string): string {
    return readFileSync(this.at(`dist/${file}`), 'utf8');
  }
}

test('without twins nothing names them, and the data holds every source', async () => {
  using site = new Site();
  site.write({ 'content/b.md': GBK });
  const beside = await site.build('');
  const twins = [...beside.keys()].filter((file) => file.endsWith('.md'));
  assert.equal(twins.length, 2);
  assert.match(site.text('2013/08/a.html'), /type="text\/markdown"/);

  const apart = await site.build('twins: off\n');
  assert.deepEqual(
    [...apart.keys()].filter((file) => file.endsWith('.md')),
    [],
  );
  for (const [file, bytes] of apart)
    for (const word of ['text/markdown', ...twins.map((twin) => twin.replace(/^.*\//, '/'))])
      if (/\.(?:html|xml|txt)$/.test(file)) assert.ok(!bytes.includes(word), `${file}: ${word}`);
  const lines = gunzipSync(readFileSync(site.at('dist/articles.jsonl.gz')))
    .toString()
    .trim()
    .split('\n');
  const records = lines.map((line): unknown => JSON.parse(line));
  const sources = records.map(
    (record) => record instanceof Object && 'markdown' in record && record.markdown,
  );
  assert.deepEqual(sources, ['灯亮了。\n', SOURCE]);
  const reader = siteReader(site.at('dist'));
  assert.deepEqual(await verify(reader, await readManifest(reader), () => {}), []);

  // What a build before left is neither kept nor missed.
  assert.deepEqual(differences(apart, await site.build('twins: off\n', 'cold', null)), []);
  assert.deepEqual(differences(beside, await site.build('')), []);
});
