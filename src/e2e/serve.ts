import { createReadStream } from 'node:fs';
import { access } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import sirv from 'sirv';

/** A running test server. */
export interface TestServer {
  /** Address of the site's root, with its slash. */
  url: string;
  /** Paths asked for so far, below the site's root, in order. */
  requests: string[];
  /** Stops the server and drops its connections. */
  close(): Promise<void>;
}

/** Answers a request for a path below a directory as a static host would: `404.html` for what is not there. */
export function staticFiles(dir: string): (request: IncomingMessage, response: ServerResponse) => void {
  const files = sirv(dir, { dev: true, etag: true });
  return (request, response) => files(request, response, () => notFound(dir, response));
}

/**
 * Serves a directory as a static host would: a free port, `404.html` for what is not there.
 * @param base sub-path the site stands under, e.g. `/archive/`
 * @param fails paths below the root that answer 500, to see what a broken host does
 */
export async function serveSite(
  dir: string,
  { base = '/', fails = () => false }: { base?: string; fails?: (path: string) => boolean } = {},
): Promise<TestServer> {
  const requests: string[] = [];
  const files = staticFiles(dir);
  const server = createServer((request, response) => {
    const url = request.url ?? '/';
    if (!url.startsWith(base)) {
      notFound(dir, response);
      return;
    }
    const inside = url.slice(base.length);
    requests.push(inside);
    if (fails(inside)) {
      response.writeHead(500).end();
      return;
    }
    request.url = `/${inside}`;
    files(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${base}`,
    requests,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

async function notFound(dir: string, response: ServerResponse): Promise<void> {
  const page = path.join(dir, '404.html');
  try {
    await access(page);
  } catch {
    response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found');
    return;
  }
  response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' });
  createReadStream(page).pipe(response);
}
