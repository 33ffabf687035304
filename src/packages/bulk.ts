import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { ArticleRecord } from '../exporters/article-record.ts';
import { hashOf } from '../hash.ts';
import { meilisearchSettings, openSearchIndex, readme } from './bulk-settings.ts';
import type { PackageContext, PackageKind } from './package.ts';

/** Bytes a file: servers take 100 MB a request, and small ones have little memory. */
const FILE_BYTES = 20e6;

/** `<name>-bulk/`: the archive for OpenSearch, Elasticsearch and Meilisearch, for those that outgrow search without a server. */
export const bulk: PackageKind = async function* (context) {
  yield ['-bulk', (dir) => fill(dir, context)];
};

async function fill(dir: string, { count, records, progress }: PackageContext): Promise<void> {
  using stage = progress.start('bulk', count);
  await mkdir(dir, { recursive: true });
  const opensearch = parts(path.join(dir, 'opensearch'));
  const meilisearch = parts(path.join(dir, 'meilisearch'));
  for await (const record of records()) {
    const document = documentOf(record);
    const action = { index: { _id: document.id } };
    await opensearch(`${JSON.stringify(action)}\n${JSON.stringify(document)}\n`);
    await meilisearch(`${JSON.stringify(document)}\n`);
    stage.tick(1);
  }
  await opensearch(null);
  await meilisearch(null);
  const write = (name: string, text: string) => writeFile(path.join(dir, name), text);
  await write('opensearch-index.json', `${JSON.stringify(openSearchIndex, null, 2)}\n`);
  await write('meilisearch-settings.json', `${JSON.stringify(meilisearchSettings, null, 2)}\n`);
  await write('README.md', readme);
  stage.done();
}

/** An article as a document of a search engine. */
function documentOf({ path, url, title, author, time, topics, summary, text, sha256 }: ArticleRecord) {
  return {
    // Meilisearch allows letters, digits, `-` and `_` only; paths may hold Han characters.
    id: hashOf(path).slice(0, 32),
    path,
    url,
    title,
    author,
    time,
    epoch: time === null ? null : Date.parse(time) / 1000,
    topics,
    summary,
    text,
    sha256,
  };
}

/** Writer of numbered files `<base>-<n>.ndjson` of limited size: takes pieces of text, never cut, and null for the end. */
function parts(base: string): (piece: string | null) => Promise<void> {
  let pieces: string[] = [];
  let [bytes, number] = [0, 0];
  return async (piece) => {
    const size = Buffer.byteLength(piece ?? '');
    if (bytes > 0 && (piece === null || bytes + size > FILE_BYTES)) {
      number += 1;
      await writeFile(`${base}-${number}.ndjson`, pieces);
      [pieces, bytes] = [[], 0];
    }
    if (piece !== null) pieces.push(piece);
    bytes += size;
  };
}
