import type { Message } from './messages.ts';

/**
 * Starts the service worker, and asks it for news: a newer build of the site waits, or what is saved is of an older one.
 * @param url its address
 * @param tell called where there is news
 */
export function register(url: string, tell: () => void): void {
  const container: ServiceWorkerContainer | undefined = navigator.serviceWorker;
  if (!container) return;
  container.onmessage = tell;
  container.register(url).then(
    ({ active }) => active?.postMessage('news' satisfies Message),
    // From a disk, in some private windows: the site works without it.
    () => undefined,
  );
}
