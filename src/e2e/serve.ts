import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { refuse, staticFiles } from '../site/static-files.ts';

/** A running test server. */
export interface TestServer {
  /** Address of the site's root, with its slash. */
  url: string;
  /** Paths asked for so far, below the site's root, in order. */
  requests: string[];
  /** Stops the server and drops its connections. */
  close(): Promise<void>;
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
    if (!url.startsWith(base)) return refuse(response, 404, 'Not found');
    const inside = url.slice(base.length);
    requests.push(inside);
    if (fails(inside)) return void response.writeHead(500).end();
    request.url = `/${inside}`;
    return files(request, response);
  });
  const port = await listen(server);
  return { url: `http://127.0.0.1:${port}${base}`, requests, close: () => stop(server) };
}

/** Lets a server listen on this machine. @returns its port: the wanted one, or a free one for 0 */
export async function listen(server: Server, wanted = 0): Promise<number> {
  await once(server.listen(wanted, '127.0.0.1'), 'listening');
  return (server.address() as AddressInfo).port;
}

/** A port of this machine that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listen(server);
  await stop(server);
  return port;
}

/** Stops a server and drops its connections. */
export async function stop(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
}
