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
  progress.start('bulk', count);
  await mkdir(dir, { recursive: true });
  const opensearch = new Parts(path.join(dir, 'opensearch'));
  const meilisearch = new Parts(path.join(dir, 'meilisearch'));
  for await (const record of records()) {
    const document = documentOf(record);
    const action = { index: { _id: document.id } };
    await opensearch.add(`${JSON.stringify(action)}\n${JSON.stringify(document)}\n`);
    await meilisearch.add(`${JSON.stringify(document)}\n`);
    progress.tick(1);
  }
  await opensearch.end();
  await meilisearch.end();
  const write = (name: string, text: string) => writeFile(path.join(dir, name), text);
  await write('opensearch-index.json', `${JSON.stringify(openSearchIndex, null, 2)}\n`);
  await write('meilisearch-settings.json', `${JSON.stringify(meilisearchSettings, null, 2)}\n`);
  await write('README.md', readme);
  progress.done();
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

/** Numbered files `<name>-<n>.ndjson` of limited size; a piece of text is never cut. */
class Parts {
  readonly #base: string;
  #pieces: string[] = [];
  #bytes = 0;
  #number = 0;

  /** @param base path of the files without number and ending */
  constructor(base: string) {
    this.#base = base;
  }

  async add(piece: string): Promise<void> {
    const size = Buffer.byteLength(piece);
    if (this.#bytes > 0 && this.#bytes + size > FILE_BYTES) await this.end();
    this.#pieces.push(piece);
    this.#bytes += size;
  }

  async end(): Promise<void> {
    if (this.#bytes === 0) return;
    this.#number += 1;
    await writeFile(`${this.#base}-${this.#number}.ndjson`, this.#pieces);
    this.#pieces = [];
    this.#bytes = 0;
  }
}
