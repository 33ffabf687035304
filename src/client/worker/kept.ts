import { bound } from '../offline/remove.ts';
import type { SiteStorage } from '../offline/site-storage.ts';
import { bundlesOf, isBundle, isPage } from './genuine.ts';

/** Pages that are kept because they were read. */
const MOST_PAGES = 200;
const MOST_FILES = 80;

/**
 * Keeps a page, with the bundles it names: without them it would be of no use. A full disk leaves it out.
 * @param response not read yet
 */
export async function keep(storage: SiteStorage, path: string, response: Response): Promise<void> {
  if (!isPage(response)) return;
  try {
    const html = await response.text();
    const bundles = bundlesOf(html);
    if (bundles.length === 0) return;
    const files = await caches.open(storage.filesName);
    for (const bundle of bundles) await keepBundle(storage, files, bundle);
    const kept = await caches.open(storage.keptName);
    // A new Response: one that came by way of a redirect may not answer a navigation.
    const type = response.headers.get('Content-Type') ?? '';
    await kept.put(storage.url(path), new Response(html, { headers: { 'Content-Type': type } }));
    await bound(kept, MOST_PAGES);
    await bound(files, MOST_FILES);
  } catch {
    // No network for a bundle, or no room: the page is simply not kept.
  }
}

async function keepBundle(storage: SiteStorage, files: Cache, path: string): Promise<void> {
  const url = storage.url(path);
  if (await caches.match(url, { ignoreVary: true })) return;
  const response = await fetch(url);
  if (!isBundle(response)) throw new Error(`${path}: HTTP ${response.status}, no bundle`);
  await files.put(url, response);
}

/** Asks for a page anew and keeps what comes. */
export async function refresh(storage: SiteStorage, path: string): Promise<void> {
  try {
    await keep(storage, path, await fetch(storage.url(path), { cache: 'no-cache' }));
  } catch {
    // Offline: the page stays as it is.
  }
}
