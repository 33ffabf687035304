import path from 'node:path';
import devServer from '@11ty/eleventy-dev-server';

/** A running server. */
export interface Serving {
  /** Address of the home page. */
  url: string;
  /** Makes open pages load again; does nothing where the server was started without `reload`. */
  reload(): void;
  close(): Promise<void>;
}

/**
 * Serves a built site on this machine, `404.html` included.
 * @param port the first port to try; the following twenty are tried where it is taken
 * @param reload whether open pages are told to load again
 */
export async function serve(dir: string, port: number, reload: boolean): Promise<Serving> {
  const server = devServer.getServer('jiuwen', path.relative(process.cwd(), dir) || '.', {
    liveReload: reload,
    // Patching a page in place needs `innerHTML`, which the pages' Trusted Types policy forbids.
    domDiff: false,
    portReassignmentRetryCount: 20,
    messageOnStart: () => false,
  });
  const listening = server.getPort();
  server.serve(port);
  return {
    url: `http://localhost:${await listening}/`,
    reload: () => server.reload({ files: [] }),
    close: () => server.close(),
  };
}
