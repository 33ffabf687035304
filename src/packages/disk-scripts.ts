import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ArticleRecord } from '../exporters/article-record.ts';
import {
  type DiskContent,
  type DiskPacks,
  type DiskText,
  diskScript,
  TEXT_LIST,
  textPack,
} from '../offline/disk-layout.ts';
import type { ZipMember } from '../zip/zip.ts';

/**
 * UTF-16 units of text a pack is closed at. A search looks into some twenty articles, each perhaps in a pack of its own:
 * larger packs would be slower to search, smaller ones more files to unpack.
 */
const PACK_UNITS = 64_000;

/** True for the files of the exact index: where their scripts are, they need not be. */
export const isIndex = (file: string): boolean => /^search\/.+\.bin$/.test(file);

/** An article's path and text. */
type Text = [path: string, text: DiskText];

/**
 * The scripts that pages opened from a disk read in place of the index's files and the articles' pages: see `src/offline/disk-layout.ts`.
 * @param files paths of the site's files
 * @param records all articles, those of a folder together, the folders of dates in order
 * @throws {Error} where the records are in another order
 */
export async function* diskScripts(
  siteDir: string,
  files: readonly string[],
  records: AsyncIterable<ArticleRecord>,
): AsyncGenerator<ZipMember> {
  for (const file of files)
    if (isIndex(file))
      yield script(file, async () => (await readFile(path.join(siteDir, file))).toString('base64'));
  const packs: { name: string; first: string; last: string }[] = [];
  for await (const pack of packsOf(records)) {
    const name = textPack(packs.length);
    packs.push({ name, first: pack[0]?.[0] ?? '', last: pack.at(-1)?.[0] ?? '' });
    yield script(name, async () => Object.fromEntries(pack));
  }
  yield script(TEXT_LIST, async () => listOf(packs));
}

/** A script that carries something. JSON is JavaScript. */
function script(name: string, content: () => Promise<DiskContent>): ZipMember {
  return {
    name: diskScript(name),
    content: async () => {
      const [key, value] = [JSON.stringify(name), JSON.stringify(await content())];
      return Buffer.from(`(window.jiuwenDisk??={})[${key}]=${value}`);
    },
    compress: true,
  };
}

/** The packs by the path of their first article, ascending; undated articles come first among the records and last here. */
function listOf(packs: { name: string; first: string; last: string }[]): DiskPacks {
  const sorted = packs.toSorted((a, b) => (a.first < b.first ? -1 : 1));
  for (const [at, { last }] of sorted.entries()) {
    const next = sorted[at + 1];
    if (next && next.first <= last) throw new Error(`Unexpected order of articles: ${last}, ${next.first}`);
  }
  return sorted.map(({ name, first }) => [first, name]);
}

/** Texts in packs: ascending by path inside one, and no pack reaches into another. */
async function* packsOf(records: AsyncIterable<ArticleRecord>): AsyncGenerator<Text[]> {
  let pack: Text[] = [];
  let units = 0;
  for await (const folder of foldersOf(records))
    for (const text of folder) {
      const outOfOrder = text[0] < (pack.at(-1)?.[0] ?? '');
      if (units > PACK_UNITS || outOfOrder) {
        yield pack;
        pack = [];
        units = 0;
      }
      pack.push(text);
      units += text[1].passages.reduce((sum, passage) => sum + passage.length, 0);
    }
  if (pack.length > 0) yield pack;
}

/** Texts that share a folder, ascending by path in code units, as the browser compares. */
async function* foldersOf(records: AsyncIterable<ArticleRecord>): AsyncGenerator<Text[]> {
  const ascending = (texts: Text[]) => texts.sort(([a], [b]) => (a < b ? -1 : 1));
  let folder: Text[] = [];
  for await (const { path: file, title, author, topics, text } of records) {
    const [first] = folder;
    if (first && path.posix.dirname(first[0]) !== path.posix.dirname(file)) {
      yield ascending(folder);
      folder = [];
    }
    folder.push([file, { title, author, topics, passages: text === '' ? [] : text.split('\n\n') }]);
  }
  yield ascending(folder);
}
