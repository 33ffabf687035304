import { readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { close, createIndex } from 'pagefind';
import { UserError } from '../errors.ts';
import type { Settings } from '../settings.ts';
import { BYTES_PER_CHAR, REMEDY, watchBackend } from './pagefind-backend.ts';

/** A finished page: its address relative to the site's root, unescaped, and its HTML. */
export interface SearchPage {
  url: string;
  html: string;
}

/** Characters of text up to which `auto` builds: at about 350 bytes of memory a character, 7 GB. */
export const PAGEFIND_LIMIT = 20_000_000;

/**
 * Decides whether word search is built: by the archive and its settings, never by the machine, so that builds stay reproducible.
 * @param totalChars characters of text in all articles
 */
export function pagefindPlan(
  settings: Pick<Settings, 'search'>,
  totalChars: number,
): { build: boolean; reason: string } {
  const size = `${totalChars.toLocaleString('en')} characters of text`;
  const limit = PAGEFIND_LIMIT.toLocaleString('en');
  switch (settings.search.pagefind) {
    case 'on':
      return { build: true, reason: 'search.pagefind is on' };
    case 'off':
      return { build: false, reason: 'search.pagefind is off' };
    case 'auto':
      return totalChars <= PAGEFIND_LIMIT
        ? { build: true, reason: `${size}, within the limit of ${limit}` }
        : {
            build: false,
            reason: `${size}, over the limit of ${limit}: word search would take about ${Math.ceil((totalChars * BYTES_PER_CHAR) / 1e9)} GB of memory; search.pagefind: on in archive.yml builds it all the same`,
          };
  }
}

/** The files of Pagefind's output that the browser needs. The rest is interfaces of its own, which this site does not use. */
const NEEDED =
  /^(pagefind\.js|pagefind-worker\.js|pagefind-entry\.json|.+\.pf_meta|wasm\..+|index|fragment|filter)$/;

/**
 * Indexes finished pages. Pagefind numbers pages as they come: oldest first, one new article leaves most of the index as it was.
 * The old index is replaced once the new one is complete.
 * @param options.outDir where the index goes, e.g. `dist/pagefind`
 * @param options.onProgress called after each page with the number of pages so far
 * @throws {UserError} where Pagefind refuses a page, stops, or runs out of memory
 */
export async function buildPagefind({
  pages,
  outDir,
  onProgress,
}: {
  pages: AsyncIterable<SearchPage>;
  outDir: string;
  onProgress?: (pages: number) => void;
}): Promise<{ pages: number }> {
  const fresh = `${path.resolve(outDir)}.new`;
  await rm(fresh, { recursive: true, force: true });
  const { result: created, answer } = watchBackend(() => createIndex());
  try {
    const { index } = await answer(created, 'the index cannot be made');
    if (!index) throw new UserError(`Pagefind: the index cannot be made. ${REMEDY}`);
    let count = 0;
    for await (const { url, html } of pages) {
      await answer(index.addHTMLFile({ url, content: html }), `${url} cannot be indexed`);
      count += 1;
      onProgress?.(count);
    }
    await answer(index.writeFiles({ outputPath: fresh }), 'the index cannot be written');
    await removeUnneeded(fresh);
    await rm(outDir, { recursive: true, force: true });
    await rename(fresh, outDir);
    return { pages: count };
  } catch (cause) {
    await rm(fresh, { recursive: true, force: true });
    throw cause;
  } finally {
    await close();
  }
}

async function removeUnneeded(dir: string): Promise<void> {
  for (const name of await readdir(dir)) {
    if (!NEEDED.test(name)) await rm(path.join(dir, name), { recursive: true });
  }
}
