/** The part of `send` that is used here. */
declare module 'send' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  interface Stream {
    on(event: 'error', listener: (error: Error) => void): Stream;
    pipe(response: ServerResponse): void;
  }
  /** @param address percent-encoded, below `root` */
  export default function send(
    request: IncomingMessage,
    address: string,
    options: { root: string; index: false; cacheControl: false },
  ): Stream;
}
