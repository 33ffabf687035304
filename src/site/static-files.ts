import { readFile, realpath, stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import send from 'send';

/** Answers a request for a path below a folder. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

const HTML = 'text/html; charset=utf-8';

/**
 * Answers as a static host would, `404.html` for what is not there. Nothing outside the folder is shown, by whatever address or
 * symbolic link, no file whose name begins with a dot, and no request ends the server.
 * @param change something done to every page on its way out
 */
export function staticFiles(dir: string, change?: (html: string) => string): Handler {
  const sendPage = async (response: ServerResponse, file: string, hasBody: boolean): Promise<void> => {
    const page = await readFile(file, 'utf8');
    response.setHeader('Content-Type', HTML);
    response.end(hasBody ? (change?.(page) ?? page) : undefined);
  };
  const notFound = async (response: ServerResponse, hasBody: boolean): Promise<void> => {
    response.statusCode = 404;
    const page = await find(dir, ['404.html']);
    if (page?.file) await sendPage(response, page.file, hasBody);
    else response.end('Not found\n');
  };
  return async (request, response) => {
    const hasBody = request.method !== 'HEAD';
    try {
      if (request.method !== 'GET' && hasBody) {
        response.setHeader('Allow', 'GET, HEAD');
        return refuse(response, 405, 'Unexpected method, expected GET or HEAD');
      }
      const names = namesOf(request.url ?? '');
      if (!names) return refuse(response, 400, 'Unexpected address, expected the path of a file');
      response.setHeader('Cache-Control', change ? 'no-store' : 'no-cache');
      response.setHeader('X-Content-Type-Options', 'nosniff');
      const found = await findPage(dir, names);
      if (!found) return await notFound(response, hasBody);
      if (found.isFolder) {
        response.writeHead(302, { Location: `./${encodeURIComponent(names.at(-1) ?? '')}/` }).end();
        return;
      }
      if (change && found.file.endsWith('.html')) return await sendPage(response, found.file, hasBody);
      const address = found.path.split(path.sep).map(encodeURIComponent).join('/');
      send(request, address, { root: found.root, index: false, cacheControl: false })
        .on('error', () => void notFound(response, hasBody).catch(() => response.destroy()))
        .pipe(response);
    } catch {
      // A file went away, or cannot be read.
      if (response.headersSent) response.destroy();
      else refuse(response, 404, 'Not found');
    }
  };
}

/** Answers with a sentence. What a client is still sending is not waited for. */
export function refuse(response: ServerResponse, status: number, sentence: string): void {
  response
    .writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', Connection: 'close' })
    .end(`${sentence}\n`);
}

/** The names in an address, the last of them empty for a folder; null where it is no address of a file. */
export function namesOf(url: string): string[] | null {
  const [address = ''] = url.split(/[?#]/);
  if (!address.startsWith('/')) return null;
  try {
    const names = address.slice(1).split('/').map(decodeURIComponent);
    return names.some((name) => UNSAFE.test(name)) || names.slice(0, -1).includes('') ? null : names;
  } catch {
    // No UTF-8.
    return null;
  }
}

/** Never part of a name: slashes, drives and streams of Windows, control characters. */
const UNSAFE = /[/\\\u0000-\u001f\u007f]|^\.\.?$/;

/** A file or folder inside the root, by its real path. */
interface Found {
  root: string;
  /** Relative to the root. */
  path: string;
  file: string;
  isFolder: boolean;
}

/** The file an address means: hosts leave out `index.html`, some `.html` as well. */
async function findPage(dir: string, names: readonly string[]): Promise<Found | null> {
  const [folder, last = ''] = [names.slice(0, -1), names.at(-1)];
  if (last === '') return fileOnly(await find(dir, [...folder, 'index.html']));
  const found = await find(dir, names);
  if (found && !found.isFolder) return found;
  const page = fileOnly(await find(dir, [...folder, `${last}.html`]));
  return page ?? (found && fileOnly(await find(dir, [...names, 'index.html'])) ? found : null);
}

const fileOnly = (found: Found | null): Found | null => (found?.isFolder ? null : found);

async function find(dir: string, names: readonly string[]): Promise<Found | null> {
  if (names.some((name) => name.startsWith('.'))) return null;
  try {
    const root = await realpath(dir);
    const file = await realpath(path.join(root, ...names));
    const inside = path.relative(root, file);
    if (path.isAbsolute(inside) || inside.split(path.sep).some((name) => name.startsWith('.'))) return null;
    const entry = await stat(file);
    // Whoever opens a pipe or a device waits for it.
    if (!entry.isFile() && !entry.isDirectory()) return null;
    return { root, path: inside, file, isFolder: entry.isDirectory() };
  } catch {
    return null;
  }
}
