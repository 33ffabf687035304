import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { isIP } from 'node:net';
import { UserError } from '../errors.ts';
import { LiveReload } from './live-reload.ts';
import { type Handler, refuse, staticFiles } from './static-files.ts';

/** A running server. */
export interface Serving {
  /** Address of the home page. */
  url: string;
  /** True where other machines may be able to reach it. */
  isOpen: boolean;
  /** Makes open pages load again; does nothing where the server was started without `reload`. */
  reload(): void;
  close(): Promise<void>;
}

/** Addresses that mean this machine and nothing else. */
const LOOPBACK = ['127.0.0.1', 'localhost', '::1'];
/** Addresses that mean every network this machine is in. */
const EVERYWHERE = ['0.0.0.0', '::'];
/** Ports tried after the first where it is taken. */
const MORE_PORTS = 20;

/**
 * Serves a built site, `404.html` included, to this machine.
 * @param port the first port to try; the following twenty are tried where it is taken
 * @param reload whether open pages are told to load again
 * @param host address to listen at; another than that of this machine lets others in
 */
export async function serve(
  dir: string,
  port: number,
  reload: boolean,
  host = '127.0.0.1',
): Promise<Serving> {
  const live = reload ? new LiveReload(dir) : null;
  const server = createServer(onlyFor(host, live?.handle ?? staticFiles(dir)));
  await listen(server, port, host);
  const address = server.address();
  const at = typeof address === 'object' ? address?.port : port;
  const name = [...LOOPBACK, ...EVERYWHERE].includes(host) ? 'localhost' : nameOf(host);
  return {
    url: `http://${name}:${at}/`,
    isOpen: !LOOPBACK.includes(host),
    reload: () => live?.reload(),
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

/** A host as it stands in an address. */
const nameOf = (host: string): string => (isIP(host) === 6 ? `[${host}]` : host.toLowerCase());

/**
 * Answers only requests that name this server: a page of another site whose name was led here (DNS rebinding) names its own.
 * Where the server listens everywhere any number will do, because a number cannot be led elsewhere.
 */
function onlyFor(host: string, handle: Handler): Handler {
  const own = new Set([...LOOPBACK, host].map(nameOf));
  return async (request, response) => {
    const [, name = ''] = /^(\[[\da-f:.]+\]|[^:@/]+)(?::\d+)?$/i.exec(request.headers.host ?? '') ?? [];
    const isNumber = isIP(name.replace(/^\[|\]$/g, '')) > 0;
    if (own.has(name.toLowerCase()) || (isNumber && EVERYWHERE.includes(host)))
      return handle(request, response);
    refuse(response, 421, 'Unexpected host name, expected that of this server');
  };
}

/** @throws {UserError} where no port of those tried is free, or the host is none of this machine's */
async function listen(server: Server, first: number, host: string): Promise<void> {
  for (let port = first; port <= Math.min(first + MORE_PORTS, 65_535); port++)
    try {
      await once(server.listen(port, host), 'listening');
      return;
    } catch (cause) {
      const { code, message } = cause as NodeJS.ErrnoException;
      if (code === 'EADDRINUSE') continue;
      if (code === 'EACCES')
        throw new UserError(`Port ${port} is not for everybody; name another with --port`);
      throw new UserError(`Unexpected --host ${host}, expected an address of this machine (${message})`, {
        cause,
      });
    }
  throw new UserError(`Ports from ${first} on are taken; name another with --port`);
}
