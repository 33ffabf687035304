import { bound } from '../offline/retire.ts';
import type { Store } from '../offline/store.ts';

/** Pages that are kept because they were read. */
const MOST_PAGES = 200;
const MOST_FILES = 80;

/** A bundle's name as it stands in a page. */
const BUNDLE = /\b[a-z]+-[0-9a-f]{10}\.(?:js|css)\b/g;

/**
 * Keeps a page, with the bundles it names: without them it would be of no use. A full disk leaves it out.
 * @param response not read yet
 */
export async function keep(store: Store, path: string, response: Response): Promise<void> {
  const type = response.headers.get('Content-Type') ?? '';
  if (response.status !== 200 || !type.startsWith('text/html')) return;
  try {
    const html = await response.text();
    const files = await caches.open(store.filesName);
    const head = html.slice(0, html.indexOf('</head>'));
    for (const name of new Set(Array.from(head.matchAll(BUNDLE), ([found]) => found)))
      await keepBundle(store, files, `assets/${name}`);
    const kept = await caches.open(store.keptName);
    // A new Response: one that came by way of a redirect may not answer a navigation.
    await kept.put(store.url(path), new Response(html, { headers: { 'Content-Type': type } }));
    await bound(kept, MOST_PAGES);
    await bound(files, MOST_FILES);
  } catch {
    // No network for a bundle, or no room: the page is simply not kept.
  }
}

async function keepBundle(store: Store, files: Cache, path: string): Promise<void> {
  const url = store.url(path);
  if (await caches.match(url)) return;
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${path}: HTTP ${response.status}`);
  await files.put(url, response);
}

/** Asks for a page anew and keeps what comes. */
export async function refresh(store: Store, path: string): Promise<void> {
  try {
    await keep(store, path, await fetch(store.url(path), { cache: 'no-cache' }));
  } catch {
    // Offline: the page stays as it is.
  }
}
