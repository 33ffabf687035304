import type { WorkerSite } from '../../offline/format.ts';
import { fileResponse } from '../offline/download.ts';
import { retireFiles } from '../offline/remove.ts';
import { sha256 } from '../offline/sha256.ts';
import type { SiteStorage } from '../offline/site-storage.ts';

/** Digest of a file as it was stored. */
const DIGEST = 'x-digest';

/**
 * Stores the shell of a build: what did not change is taken over from the build before.
 * @throws {Error} where a file cannot be had: the browser then keeps the worker it has, and tries again
 */
export async function installShell(storage: SiteStorage, { build, shell }: WorkerSite): Promise<void> {
  const cache = await caches.open(storage.shellName(build));
  const others = (await storage.shellBuilds()).filter((other) => other !== build);
  await Promise.all(
    Object.entries(shell).map(async ([path, digest]) => {
      const same = await earlier(storage, [build, ...others], path, digest);
      await cache.put(storage.url(path), same ?? (await fetched(storage, path, digest)));
    }),
  );
}

/** Deletes the shells of other builds. Their bundles are kept for pages that are still open. */
export async function dropOtherShells(storage: SiteStorage, { build }: WorkerSite): Promise<void> {
  for (const other of await storage.shellBuilds()) {
    if (other === build) continue;
    await retireFiles(storage, storage.shellName(other));
    await caches.delete(storage.shellName(other));
  }
}

async function earlier(
  storage: SiteStorage,
  builds: readonly string[],
  path: string,
  digest: string,
): Promise<Response | null> {
  for (const build of builds) {
    const found = await storage.find(storage.shellName(build), path);
    if (found?.headers.get(DIGEST)?.startsWith(digest)) return found;
  }
  return null;
}

/** A file as the build wrote it: a host may change it, be half-way between two builds, or somebody else may have answered. */
async function fetched(storage: SiteStorage, path: string, digest: string): Promise<Response> {
  const response = await fetch(storage.url(path), { cache: 'no-cache' });
  const content = new Uint8Array(await response.arrayBuffer());
  if (!(await sha256(content)).startsWith(digest))
    throw new Error(`${path}: HTTP ${response.status}, not of this build`);
  const stored = fileResponse(path, content);
  stored.headers.set(DIGEST, digest);
  return stored;
}
