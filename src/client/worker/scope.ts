import type { WorkerSite } from '../../offline/format.ts';

/** The part of a service worker's surroundings used here. TypeScript cannot hold them beside those of a page. */
export interface WorkerScope {
  readonly location: Location;
  readonly clients: {
    claim(): Promise<void>;
    matchAll(options: { type: 'window'; includeUncontrolled?: boolean }): Promise<readonly Client[]>;
  };
  readonly registration: ServiceWorkerRegistration;
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: WaitingEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: RequestEvent) => void): void;
  addEventListener(type: 'message', listener: (event: TellingEvent) => void): void;
}

/** An open page. */
export interface Client {
  readonly url: string;
  postMessage(message: unknown): void;
}

/** An event whose work may outlast it. */
export interface WaitingEvent {
  waitUntil(work: Promise<unknown>): void;
}

/** A message from a page. */
export interface TellingEvent extends WaitingEvent {
  readonly data: unknown;
  readonly source: Client | null;
}

/** A request of a page. */
export interface RequestEvent extends WaitingEvent {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}

declare const self: WorkerScope;

/** The build's line at the top of `sw.js`. */
declare const SITE: WorkerSite;

/** The service worker's surroundings. */
export const scope: WorkerScope = self;
/** The build the service worker belongs to. */
export const site: WorkerSite = SITE;
