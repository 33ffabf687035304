import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { href } from '../archive/paths.ts';
import { UserError } from '../errors.ts';

/** Reads the files of a published site, wherever it lies. */
export interface SiteReader {
  /** Where it is, for messages. */
  where: string;
  /**
   * The bytes of a file, or why there are none.
   * @param path relative to the site's root, unescaped
   */
  read(path: string): Promise<Uint8Array | { missing: string }>;
}

/** A site in a folder, or under an address that begins with `http:` or `https:`. */
export const siteReader = (address: string): SiteReader =>
  /^https?:/i.test(address) ? webReader(address) : folderReader(path.resolve(address));

function folderReader(dir: string): SiteReader {
  return {
    where: dir,
    async read(file) {
      // The manifest of a strange folder may name any path: nothing outside the folder is read.
      const relative = path.relative(dir, path.resolve(dir, file));
      if (relative.startsWith('..') || path.isAbsolute(relative))
        return { missing: 'lies outside the folder' };
      return await readFile(path.join(dir, relative)).catch((error: NodeJS.ErrnoException) => ({
        missing: error.code === 'ENOENT' ? 'is missing' : error.message,
      }));
    },
  };
}

/** A host that does not answer within this time (milliseconds) counts as unreachable. */
const TIMEOUT = 30_000;

function webReader(address: string): SiteReader {
  if (!URL.canParse(address))
    throw new UserError(`Unexpected address ${address}, expected one like https://example.org/archive/`);
  const root = new URL(address.endsWith('/') ? address : `${address}/`);
  return {
    where: root.href,
    async read(file) {
      const wanted = new URL(href(file), root);
      if (!wanted.href.startsWith(root.href)) return { missing: 'lies outside the site' };
      try {
        const response = await fetch(wanted, { signal: AbortSignal.timeout(TIMEOUT) });
        if (response.ok) return new Uint8Array(await response.arrayBuffer());
        await response.body?.cancel();
        return { missing: `answers ${response.status}` };
      } catch (error) {
        return { missing: `cannot be reached (${reason(error)})` };
      }
    },
  };
}

/** `fetch failed` hides the reason in its cause. */
function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}
