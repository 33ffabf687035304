import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { close, createIndex } from 'pagefind';
import { UserError } from '../errors.ts';
import { PATIENCE, type Patience, watchBackend } from './pagefind-backend.ts';
import type { SearchDocument } from './pagefind-document.ts';

/** Characters of text whose fragments share a file: a hit then loads some 30 KB, and an index is no longer a file an article. */
const TOGETHER = 24_000;

/** The files of Pagefind's output that the browser needs. The rest is interfaces of its own, which this site does not use. */
const NEEDED = /^(pagefind-entry\.json|.+\.pf_meta|index|fragment|filter)$/;
/** What an index that is loaded first needs besides; those that are merged into it run on the same program. */
const PROGRAM = /^(pagefind\.js|pagefind-worker\.js|wasm\..+)$/;

/**
 * Makes an index of documents. Pagefind numbers them as they come.
 * The old index is replaced once the new one is complete.
 * @param options.chars characters of all documents, about
 * @param options.outDir where the index goes, e.g. `dist/pagefind`
 * @param options.withProgram whether the index is one that is loaded first
 * @param options.onProgress called after each document with the number of documents so far
 * @throws {UserError} where Pagefind refuses a document, stops, stands still, or runs out of memory
 */
export async function buildPagefind({
  documents,
  chars: expected,
  outDir,
  withProgram = true,
  onProgress,
  patience = PATIENCE,
}: {
  documents: Iterable<SearchDocument> | AsyncIterable<SearchDocument>;
  chars: number;
  outDir: string;
  withProgram?: boolean;
  onProgress?: (documents: number) => void;
  patience?: Patience;
}): Promise<void> {
  const fresh = `${path.resolve(outDir)}.new`;
  await rm(fresh, { recursive: true, force: true });
  const maxFragments = Math.max(1, Math.ceil(expected / TOGETHER));
  const { result: created, answer, end } = watchBackend(() => createIndex({ maxFragments }), patience);
  try {
    const { index } = await answer(created, 'the index cannot be made');
    if (!index) throw new UserError('Pagefind: the index cannot be made. Build again.');
    let count = 0;
    let all = 0;
    for await (const { url, html, chars } of documents) {
      await answer(index.addHTMLFile({ url, content: html }), `${url} cannot be indexed`, chars);
      all += chars;
      onProgress?.(++count);
    }
    await answer(index.writeFiles({ outputPath: fresh }), 'the index cannot be written', all);
    await replace(outDir, fresh, withProgram);
  } catch (cause) {
    end();
    throw cause;
  } finally {
    await close();
    await rm(fresh, { recursive: true, force: true });
  }
}

/** Puts a finished index in the place of an older one; what else lies there, as further volumes do, stays. */
async function replace(outDir: string, fresh: string, withProgram: boolean): Promise<void> {
  await mkdir(outDir, { recursive: true });
  for (const name of await readdir(outDir))
    if (NEEDED.test(name) || PROGRAM.test(name)) await rm(path.join(outDir, name), { recursive: true });
  for (const name of await readdir(fresh))
    if (NEEDED.test(name) || (withProgram && PROGRAM.test(name)))
      await rename(path.join(fresh, name), path.join(outDir, name));
}
