import { buildGramIndex } from './build.ts';
import { parseQuery } from './language.ts';
import { matchOf } from './match.ts';
import { matcherOf } from './matcher.ts';
import { type GramSearch, open } from './search.ts';
import type { IndexDocument } from './types.ts';
import { foldPage } from './verify.ts';

/** Help for the tests of the index: an archive in memory, and the plain scan that the engine must equal. */

/** Files of an index and pages, by name. */
export type Files = Map<string, Uint8Array>;

/** A document with less to write. */
export function article(path: string, fields: Partial<IndexDocument> = {}): IndexDocument {
  return { path, title: '无题', author: '佚名', date: '2020-01-01', tags: [], passages: [], ...fields };
}

/** Documents of a year after which its months are a segment: few, so that small archives have segments of each kind. */
const LARGE_YEAR = 3;

/** Builds an index in memory, pages beside it. */
export async function indexOf(documents: readonly IndexDocument[]): Promise<Files> {
  const files: Files = new Map();
  await buildGramIndex(documents, {
    largeYear: LARGE_YEAR,
    write: (name, bytes) => {
      files.set(`search/${name}`, bytes);
    },
  });
  for (const document of documents)
    files.set(document.path, new TextEncoder().encode(JSON.stringify(document)));
  return files;
}

/** Opens an index in memory. */
export function openFiles(files: Files, onLoad?: (name: string) => void): GramSearch {
  const file = async (name: string): Promise<Uint8Array> => {
    onLoad?.(name);
    const bytes = files.get(name);
    if (!bytes) throw new Error(`no file ${name}`);
    return bytes;
  };
  return open({
    matcher: async () => matcherOf,
    file,
    page: async (path) => JSON.parse(new TextDecoder().decode(await file(path))),
  });
}

/** Paths of the documents a query matches, by reading every one of them. */
export function scan(documents: readonly IndexDocument[], input: string): string[] {
  const query = parseQuery(input);
  return documents.filter((document) => matchOf(foldPage(document).blocks, query)).map(({ path }) => path);
}
