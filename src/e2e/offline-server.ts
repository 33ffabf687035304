import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import path from 'node:path';
import { namesOf, staticFiles } from '../site/static-files.ts';
import { listen, stop } from './serve.ts';

/** The site's place on its host. */
const BASE = '/a/';

/** A host that can be published anew, slowed down, broken and switched off while a browser looks on. */
export class OfflineServer implements AsyncDisposable {
  /** The folder that is served: another one is another build of the site. */
  dir: string;
  /** Paths asked for since this was last emptied, below the site's root. */
  requests: string[] = [];
  /** Files that come cut off in the middle. */
  cut: (path: string) => boolean = () => false;
  /** Files in whose place another's come, with status 200. */
  wrong: (path: string) => boolean = () => false;
  /** Files that come only when this has settled. */
  held: { matches: (path: string) => boolean; until: Promise<void> } | null = null;
  #server: Server | null = null;
  #port = 0;

  constructor(dir: string) {
    this.dir = dir;
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}${BASE}`;
  }

  /** Starts, the second time at the same address. */
  async start(): Promise<void> {
    const server = createServer(async (request, response) => {
      const inside = (request.url ?? '').slice(BASE.length);
      const file = namesOf(`/${inside}`)?.join('/') ?? '';
      this.requests.push(file);
      if (this.held?.matches(file)) await this.held.until;
      if (this.wrong(file)) {
        response.end('body { display: none }');
        return;
      }
      if (this.cut(file)) {
        const bytes = await readFile(path.join(this.dir, file));
        response.end(bytes.subarray(0, bytes.length >> 1));
        return;
      }
      request.url = `/${inside}`;
      await staticFiles(this.dir)(request, response);
    });
    this.#port = await listen(server, this.#port);
    this.#server = server;
  }

  /** Switches off; connections are dropped. */
  async stop(): Promise<void> {
    if (this.#server?.listening) await stop(this.#server);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop();
  }
}
