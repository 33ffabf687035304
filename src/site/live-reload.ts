import type { ServerResponse } from 'node:http';
import { type Handler, staticFiles } from './static-files.ts';

/** Addresses that no file of a site has. */
const EVENTS = '/.reload/events';
const SCRIPT = '/.reload/script.js';

/**
 * The script of every page. It compares the build it came with with what the server says, and loads the page again where they differ.
 * A page nobody looks at does not listen: browsers hold six connections to a server.
 */
const CLIENT = `{
  const own = document.currentScript.src.split('?')[1];
  let events;
  const listen = () => {
    events?.close();
    if (document.hidden) return;
    events = new EventSource('${EVENTS}');
    events.onmessage = ({ data }) => data === own || location.reload();
  };
  document.addEventListener('visibilitychange', listen);
  addEventListener('pagehide', () => events?.close());
  listen();
}
`;

/** Serves a folder, and makes the pages that are open load again. */
export class LiveReload {
  readonly #files: Handler;
  readonly #listeners = new Set<ServerResponse>();
  /** Tells one state of the folder from another, after the server was started anew as well. */
  #build = Date.now();

  constructor(dir: string) {
    this.#files = staticFiles(dir, (html) => {
      const script = `<script src="${SCRIPT}?${this.#build}"></script>`;
      return html.includes('</head>') ? html.replace('</head>', () => `${script}</head>`) : html + script;
    });
  }

  readonly handle: Handler = async (request, response) => {
    const [address] = (request.url ?? '').split('?');
    if (request.method !== 'GET' || (address !== EVENTS && address !== SCRIPT))
      return this.#files(request, response);
    const type = address === EVENTS ? 'text/event-stream' : 'text/javascript; charset=utf-8';
    response.writeHead(200, { 'Content-Type': type, 'Cache-Control': 'no-store' });
    if (address === SCRIPT) {
      response.end(CLIENT);
      return;
    }
    this.#listeners.add(response);
    response.on('close', () => this.#listeners.delete(response));
    response.write(`data: ${this.#build}\n\n`);
  };

  /** Tells all open pages. */
  reload(): void {
    this.#build++;
    for (const response of this.#listeners) response.write(`data: ${this.#build}\n\n`);
  }
}
