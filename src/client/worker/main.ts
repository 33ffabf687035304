/** `sw.js`: keeps the site readable without a network. Its build and its shell stand in a line above. */

import { NEWS, TAKE_OVER } from '../offline/messages.ts';
import { SiteStorage } from '../offline/site-storage.ts';
import { Answers } from './answers.ts';
import { refresh } from './kept.ts';
import { route } from './route.ts';
import { type RequestEvent, scope, site, type TellingEvent } from './scope.ts';
import { dropOtherShells, installShell } from './shell.ts';

const root = new URL('./', scope.location.href).href;
const storage = new SiteStorage(root);
const answers = new Answers(storage);

// No skipWaiting here: a page that is being read stays with the worker it began with.
scope.addEventListener('install', (event) => event.waitUntil(installShell(storage, site).then(tellPages)));

scope.addEventListener('activate', (event) =>
  event.waitUntil(
    (async () => {
      await dropOtherShells(storage, site);
      await scope.clients.claim();
      await keepOpenPages();
    })(),
  ),
);

/** Tells the open pages that this build waits: unless it is the first one, which does not. */
async function tellPages(): Promise<void> {
  if (!scope.registration.active) return;
  const pages = await scope.clients.matchAll({ type: 'window', includeUncontrolled: true });
  for (const page of pages) if (page.url.startsWith(root)) page.postMessage(NEWS);
}

/** The first page of a first visit was loaded past this worker. */
async function keepOpenPages(): Promise<void> {
  for (const { url } of await scope.clients.matchAll({ type: 'window' })) {
    const asked = route({ method: 'GET', url, mode: 'navigate', cache: 'default' }, root);
    if (asked.kind === 'page' && asked.paths[0]) await refresh(storage, asked.paths[0]);
  }
}

scope.addEventListener('message', (event) => {
  if (event.data === TAKE_OVER) event.waitUntil(scope.skipWaiting());
  if (event.data === NEWS) event.waitUntil(tellNews(event));
});

/** Tells a page that asks: a newer build waits, or what is saved is not of this one. */
async function tellNews({ source }: TellingEvent): Promise<void> {
  const record = await storage.record();
  if (scope.registration.waiting || (record && record.build !== site.build)) source?.postMessage(NEWS);
}

scope.addEventListener('fetch', (event: RequestEvent) => {
  const answer = answers.answer(event, route(event.request, root));
  if (answer) event.respondWith(answer);
});
