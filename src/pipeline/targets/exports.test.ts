import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sampleContext } from '../../exporters/testing/sample.ts';
import { noFidelity } from '../../fidelity.ts';
import { Folder, siteIn } from '../../files/testing.ts';
import * as strings from '../../locales/zh-Hans.ts';
import { silent } from '../../progress.ts';
import { Relating } from '../../related/relate.ts';
import { contextOf } from '../testing.ts';
import { catalogueExports, pageExports } from './exports.ts';

/** Names of the files that are exported, and what is said of those that are not. */
async function planned(origin: string | null): Promise<{ files: string[]; said: string[] }> {
  using folder = new Folder();
  const { archive } = sampleContext({ origin });
  const said: string[] = [];
  const context = contextOf({
    settings: archive.settings,
    strings,
    reading: {
      media: [],
      relating: new Relating([]),
      fidelity: noFidelity(),
      archive,
      problems: [],
      repairs: [],
    },
    tree: siteIn(folder.dir),
    key: 'key',
    progress: { ...silent, say: (line) => said.push(line) },
  });
  const items = [...(await catalogueExports.items(context)), ...(await pageExports.items(context))];
  return { files: items.flatMap(({ files }) => files), said };
}

test('without an origin the exports that need one are left out, and that is said once', async () => {
  const { files, said } = await planned(null);
  assert.deepEqual(
    ['feed.xml', 'manifest.json', 'sitemap.xml', 'opensearch.xml'].map((file) => files.includes(file)),
    [true, true, false, false],
  );
  assert.deepEqual(said, [
    'sitemap, opensearch: left out, because they need absolute addresses; set origin in archive.yml',
  ]);
});

test('with an origin nothing is left out, and no file is of two exporters', async () => {
  const { files, said } = await planned('https://example.org/a/');
  assert.ok(files.includes('sitemap.xml') && files.includes('opensearch.xml'));
  assert.equal(new Set(files).size, files.length);
  assert.deepEqual(said, []);
});
