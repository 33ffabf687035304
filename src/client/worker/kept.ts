import { bound } from '../offline/retire.ts';
import type { Store } from '../offline/store.ts';
import { bundlesOf, isBundle, isPage } from './genuine.ts';

/** Pages that are kept because they were read. */
const MOST_PAGES = 200;
const MOST_FILES = 80;

/**
 * Keeps a page, with the bundles it names: without them it would be of no use. A full disk leaves it out.
 * @param response not read yet
 */
export async function keep(store: Store, path: string, response: Response): Promise<void> {
  if (!isPage(response)) return;
  try {
    const html = await response.text();
    const bundles = bundlesOf(html);
    if (bundles.length === 0) return;
    const files = await caches.open(store.filesName);
    for (const bundle of bundles) await keepBundle(store, files, bundle);
    const kept = await caches.open(store.keptName);
    // A new Response: one that came by way of a redirect may not answer a navigation.
    const type = response.headers.get('Content-Type') ?? '';
    await kept.put(store.url(path), new Response(html, { headers: { 'Content-Type': type } }));
    await bound(kept, MOST_PAGES);
    await bound(files, MOST_FILES);
  } catch {
    // No network for a bundle, or no room: the page is simply not kept.
  }
}

async function keepBundle(store: Store, files: Cache, path: string): Promise<void> {
  const url = store.url(path);
  if (await caches.match(url, { ignoreVary: true })) return;
  const response = await fetch(url);
  if (!isBundle(response)) throw new Error(`${path}: HTTP ${response.status}, no bundle`);
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
