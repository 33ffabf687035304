import type { ChildProcess } from 'node:child_process';
import diagnostics from 'node:diagnostics_channel';
import { readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { close, createIndex } from 'pagefind';
import { UserError } from '../errors.ts';
import type { Settings } from '../settings.ts';

/** A finished page: its address relative to the site's root, unescaped, and its HTML. */
export interface SearchPage {
  url: string;
  html: string;
}

/** What an index holds. */
export interface PagefindReport {
  pages: number;
}

/** Characters of text up to which `auto` builds: at about 350 bytes of memory a character, 7 GB. */
export const PAGEFIND_LIMIT = 20_000_000;

/** Bytes of memory Pagefind 1.6 takes for a character of text. */
const BYTES_PER_CHAR = 350;

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
            reason: `${size}, over the limit of ${limit}: word search would take about ${memory(totalChars)} of memory; search.pagefind: on in archive.yml builds it all the same`,
          };
  }
}

function memory(chars: number): string {
  return `${Math.ceil((chars * BYTES_PER_CHAR) / 1e9)} GB`;
}

/** What the browser needs of Pagefind's output. The rest is interfaces of its own, which this site does not use. */
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
}): Promise<PagefindReport> {
  const fresh = `${path.resolve(outDir)}.new`;
  await rm(fresh, { recursive: true, force: true });
  const { result: created, stopped } = watchBackend(() => createIndex());
  /** The answer of the backend, unless it stops before it answers. */
  const answer = async <T extends { errors: string[] }>(response: Promise<T>, what: string): Promise<T> => {
    const given = response.catch(async (cause: Error): Promise<never> => {
      // The pipe to a backend that dies breaks a moment before its end is announced, with the reason.
      await Promise.race([stopped, wait(ANNOUNCED)]);
      throw new UserError(`Pagefind: ${what}: ${cause.message}. ${REMEDY}`, { cause });
    });
    const got = await Promise.race([given, stopped]);
    if (got.errors.length > 0) throw new UserError(`Pagefind: ${what}: ${got.errors.join('; ')}. ${REMEDY}`);
    return got;
  };
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

/** Milliseconds within which the end of a process is announced after its pipes broke. */
const ANNOUNCED = 2_000;

const REMEDY =
  'Set «search: { pagefind: off }» in archive.yml to build without word search; exact search does not need it.';

/**
 * Starts Pagefind's backend and keeps an eye on its process: Pagefind itself leaves its callers waiting for ever when the backend dies.
 * Node announces each child process on the channel `child_process`, which is how the backend's is found.
 * @returns what `start` returned, and a promise that only ever rejects
 */
function watchBackend<T>(start: () => T): { result: T; stopped: Promise<never> } {
  const children: ChildProcess[] = [];
  const note = (message: unknown) => {
    children.push((message as { process: ChildProcess }).process);
  };
  diagnostics.subscribe('child_process', note);
  let result: T;
  try {
    result = start();
  } finally {
    diagnostics.unsubscribe('child_process', note);
  }
  const stopped = new Promise<never>((_, reject) => {
    for (const child of children) {
      child.once('error', (cause) => reject(notStarted(cause)));
      child.once('exit', (code, signal) => reject(died(code, signal)));
    }
  });
  // The last exit is the one that `close` asks for, when nobody listens any more.
  stopped.catch(() => undefined);
  return { result, stopped };
}

function notStarted(cause: Error): UserError {
  return new UserError(`Pagefind does not start on this machine (${cause.message}). ${REMEDY}`, { cause });
}

function died(code: number | null, signal: string | null): UserError {
  return new UserError(
    `Pagefind stopped before it was done (${signal ?? `exit code ${code}`}), most likely for want of memory: it takes about ${BYTES_PER_CHAR} bytes a character of text. ${REMEDY}`,
  );
}
