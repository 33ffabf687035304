import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
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
   * @param most bytes it may have; more are not read
   */
  read(path: string, most: number): Promise<Uint8Array | { missing: string }>;
}

/** A site in a folder, or under an address that begins with `http:` or `https:`. @throws {UserError} for an address of another kind */
export function siteReader(address: string): SiteReader {
  if (/^https?:/i.test(address)) return webReader(address);
  // One letter is a drive.
  if (/^[a-z][a-z\d+.-]+:\/\//i.test(address)) throw unexpected(address);
  return folderReader(path.resolve(address));
}

const unexpected = (address: string) =>
  new UserError(`Unexpected address ${address}, expected a folder, or one like https://example.org/archive/`);

const tooLarge = (most: number) => ({ missing: `has more than the ${most} bytes that are read` });

function folderReader(dir: string): SiteReader {
  return {
    where: dir,
    async read(file, most) {
      // The manifest of a strange folder may name any path: nothing outside the folder is read.
      const relative = path.relative(dir, path.resolve(dir, file));
      if (relative.startsWith('..') || path.isAbsolute(relative))
        return { missing: 'lies outside the folder' };
      try {
        // Whoever opens a pipe otherwise waits for it.
        await using handle = await open(
          path.join(dir, relative),
          constants.O_RDONLY | (constants.O_NONBLOCK ?? 0),
        );
        const entry = await handle.stat();
        if (!entry.isFile()) return { missing: 'is no file' };
        return entry.size > most ? tooLarge(most) : await handle.readFile();
      } catch (error) {
        const { code, message } = error as NodeJS.ErrnoException;
        return { missing: code === 'ENOENT' ? 'is missing' : message };
      }
    },
  };
}

/** A host that does not send a file within this time (milliseconds) counts as unreachable. */
const TIMEOUT = 30_000;
/** Times a host may lead elsewhere: to https, to a name with www, to an address without `.html`. */
const MOST_REDIRECTS = 5;

/** @param timeout milliseconds a file may take, its last byte included */
export function webReader(address: string, timeout = TIMEOUT): SiteReader {
  if (!URL.canParse(address)) throw unexpected(address);
  const root = new URL(address.endsWith('/') ? address : `${address}/`);
  if (root.username || root.password)
    throw new UserError(`Unexpected name or password in ${root.host}, expected an address without`);
  return {
    where: root.href,
    async read(file, most) {
      const wanted = new URL(href(file), root);
      if (!wanted.href.startsWith(root.href)) return { missing: 'lies outside the site' };
      const signal = AbortSignal.timeout(timeout);
      try {
        let response = await fetch(wanted, { signal, redirect: 'manual' });
        for (let redirects = 0; isRedirect(response); redirects++) {
          await response.body?.cancel();
          const to = new URL(response.headers.get('Location') ?? '', response.url);
          if (redirects === MOST_REDIRECTS) return { missing: 'leads elsewhere again and again' };
          if (!/^https?:$/.test(to.protocol) || to.username) return { missing: `leads to ${to.href}` };
          response = await fetch(to, { signal, redirect: 'manual' });
        }
        if (response.ok) return (await bodyOf(response, most)) ?? tooLarge(most);
        await response.body?.cancel();
        return { missing: `answers ${response.status}` };
      } catch (error) {
        return {
          missing: signal.aborted
            ? `takes more than ${timeout / 1000} s`
            : `cannot be reached (${reason(error)})`,
        };
      }
    },
  };
}

const isRedirect = ({ status, headers }: Response): boolean =>
  [301, 302, 303, 307, 308].includes(status) && headers.has('Location');

/** A body, unpacked; null as soon as it is larger than it may be. */
async function bodyOf(response: Response, most: number): Promise<Uint8Array | null> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of response.body ?? []) {
    length += piece.length;
    // Leaving the loop ends the answer.
    if (length > most) return null;
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

/** `fetch failed` hides the reason in its cause. */
function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}
