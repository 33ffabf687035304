/** `sw.js` of a site that is not to be kept offline any more: takes back what earlier builds left in browsers. */
import { SiteStorage } from '../offline/site-storage.ts';
import type { WorkerScope } from './scope.ts';

declare const self: WorkerScope;

self.addEventListener('install', (event) => event.waitUntil(self.skipWaiting()));
self.addEventListener('activate', (event) => {
  const storage = new SiteStorage(new URL('./', self.location.href).href);
  event.waitUntil(storage.clear(true).finally(() => self.registration.unregister()));
});
