import {
  DIGEST_LENGTH,
  INDEX_FILE,
  type Listing,
  listingFile,
  type OfflineIndex,
  type Pack,
  packFile,
} from '../../offline/format.ts';
import { Fault } from './fault.ts';
import { sha256 } from './sha256.ts';
import type { SiteStorage } from './site-storage.ts';

/** Asks the network and nothing else: `no-store` is how the service worker knows. */
async function ask(url: string, signal?: AbortSignal): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(url, { cache: 'no-store', ...(signal && { signal }) });
  } catch (cause) {
    signal?.throwIfAborted();
    throw new Fault('network', cause);
  }
  if (response.ok) return response;
  // A file that the index names is gone: the site was published anew. A server in trouble is another matter.
  throw new Fault(response.status < 500 ? 'changed' : 'network', `${url}: HTTP ${response.status}`);
}

/**
 * Fetches the list of everything that the site offers now.
 * @throws {Fault} where it cannot be had
 */
export async function fetchIndex(storage: SiteStorage, signal?: AbortSignal): Promise<OfflineIndex> {
  const response = await ask(storage.root + INDEX_FILE, signal);
  let index: OfflineIndex;
  try {
    index = (await response.json()) as OfflineIndex;
  } catch (cause) {
    signal?.throwIfAborted();
    throw new Fault('network', cause);
  }
  // This page may be older than the site.
  if (index.version !== 1) throw new Fault('changed', `version ${index.version}`);
  return index;
}

/**
 * A pack's bytes, checked.
 * @param onBytes called with the number of bytes that have just come
 * @throws {Fault} `damaged` where they are cut off or another build's
 */
export async function fetchPack(
  storage: SiteStorage,
  { id, sha256: expected }: Pack,
  signal: AbortSignal,
  onBytes: (bytes: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const response = await ask(storage.url(packFile(id)), signal);
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  try {
    const reader = response.body?.getReader();
    for (let piece = await reader?.read(); piece?.value; piece = await reader?.read()) {
      pieces.push(piece.value);
      onBytes(piece.value.length);
    }
  } catch (cause) {
    signal.throwIfAborted();
    throw new Fault('network', cause);
  }
  const bytes = new Uint8Array(await new Blob(pieces).arrayBuffer());
  if ((await sha256(bytes)) !== expected) throw new Fault('damaged', id);
  return bytes;
}

/** A pack's files, without the pack; null where the answer is not the listing that the pack's name stands for. */
export async function fetchListing(
  storage: SiteStorage,
  { id }: Pack,
  signal: AbortSignal,
): Promise<Listing | null> {
  const text = await (await ask(storage.url(listingFile(id)), signal)).text();
  const digest = await sha256(new TextEncoder().encode(text));
  return id.endsWith(`.${digest.slice(0, DIGEST_LENGTH)}`) ? (JSON.parse(text) as Listing) : null;
}

/** One file of the site; null where the host gives another than the listing says: one of the next build, or one it changed on the way. */
export async function fetchFile(
  storage: SiteStorage,
  [path, digest]: Listing[number],
  signal: AbortSignal,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const response = await ask(storage.url(path), signal);
  const bytes = new Uint8Array(await response.arrayBuffer());
  return (await sha256(bytes)).startsWith(digest) ? bytes : null;
}
