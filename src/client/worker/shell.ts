import type { WorkerSite } from '../../offline/format.ts';
import { retireFiles } from '../offline/remove.ts';
import { sha256 } from '../offline/sha256.ts';
import type { SiteStorage } from '../offline/site-storage.ts';
import { bundlesOf, isBundle } from './genuine.ts';

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
      await cache.put(storage.url(path), same ?? (await fetched(storage, path, shell)));
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

/**
 * A file with the digest of what really came: a host may have changed it. But it has to be of this build: a host may be half-way
 * between two, or somebody else may have answered.
 */
async function fetched(storage: SiteStorage, path: string, shell: WorkerSite['shell']): Promise<Response> {
  const response = await fetch(storage.url(path), { cache: 'no-cache' });
  const content = await response.arrayBuffer();
  if (!(path.endsWith('.html') ? isShellPage(path, response, content, shell) : isBundle(response)))
    throw new Error(`${path}: HTTP ${response.status}, not of this build`);
  const headers = {
    'Content-Type': response.headers.get('Content-Type') ?? '',
    [DIGEST]: await sha256(new Uint8Array(content)),
  };
  return new Response(content, { headers });
}

/** True for a page whose bundles are this build's. */
function isShellPage(
  path: string,
  { ok, status }: Response,
  content: ArrayBuffer,
  shell: WorkerSite['shell'],
): boolean {
  // The page for addresses that lead nowhere is the one that may come with that status.
  if (!ok && !(status === 404 && path === '404.html')) return false;
  const bundles = bundlesOf(new TextDecoder().decode(content));
  return bundles.length > 0 && bundles.every((bundle) => bundle in shell);
}
