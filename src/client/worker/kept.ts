import { fileResponse } from '../offline/download.ts';
import { bound } from '../offline/remove.ts';
import type { SiteStorage } from '../offline/site-storage.ts';
import { bundlesOf, isGenuine } from './genuine.ts';

/** Pages that are kept because they were read. */
const MOST_PAGES = 200;
const MOST_FILES = 80;

/**
 * Keeps a page, with the bundles it names: without them it would be of no use. A full disk leaves it out.
 * @param response not read yet
 */
export async function keep(storage: SiteStorage, path: string, response: Response): Promise<void> {
  try {
    const bytes = new Uint8Array(await response.arrayBuffer());
    if (!(await isGenuine(storage, path, bytes))) return;
    for (const bundle of bundlesOf(new TextDecoder().decode(bytes)))
      if (!(await findBundle(storage, bundle)))
        await keepBundle(storage, bundle, await fetch(storage.url(bundle)));
    const kept = await caches.open(storage.keptName);
    // A new Response: one that came by way of a redirect may not answer a navigation.
    await kept.put(storage.url(path), fileResponse(path, bytes));
    await bound(kept, MOST_PAGES);
    await bound(await caches.open(storage.filesName), MOST_FILES);
  } catch {
    // No network for a bundle, another in its place, or no room: the page is simply not kept.
  }
}

/** A bundle of any build, wherever it is kept. It is looked at again: older workers kept whatever came. */
export async function findBundle(storage: SiteStorage, path: string): Promise<Response | null> {
  const found = await caches.match(storage.url(path), { ignoreVary: true });
  if (!found) return null;
  const bytes = new Uint8Array(await found.arrayBuffer());
  return (await isGenuine(storage, path, bytes)) ? fileResponse(path, bytes) : null;
}

/**
 * Keeps a bundle for good.
 * @throws {Error} where it is not the one that its name says
 */
export async function keepBundle(storage: SiteStorage, path: string, response: Response): Promise<void> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (!(await isGenuine(storage, path, bytes)))
    throw new Error(`${path}: HTTP ${response.status}, not this bundle`);
  const files = await caches.open(storage.filesName);
  await files.put(storage.url(path), fileResponse(path, bytes));
}

/** Asks for a page anew and keeps what comes. */
export async function refresh(storage: SiteStorage, path: string): Promise<void> {
  try {
    await keep(storage, path, await fetch(storage.url(path), { cache: 'no-cache' }));
  } catch {
    // Offline: the page stays as it is.
  }
}
