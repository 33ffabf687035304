import {
  INDEX_FILE,
  type Listing,
  listingFile,
  type OfflineIndex,
  type Pack,
  packFile,
} from '../../offline/format.ts';
import { Fault } from './fault.ts';
import { isOfItsBuild, listingOf } from './proof.ts';
import { sha256 } from './sha256.ts';
import type { SiteStorage } from './site-storage.ts';

/** The outcome of work on the network; where it fails, and not because it was stopped, the network is to blame. */
async function online<T>(work: Promise<T>, signal?: AbortSignal): Promise<T> {
  try {
    return await work;
  } catch (cause) {
    signal?.throwIfAborted();
    throw new Fault('network', cause);
  }
}

/** Asks the network and nothing else: `no-store` is how the service worker knows. */
async function ask(url: string, signal?: AbortSignal): Promise<Response> {
  const response = await online(fetch(url, { cache: 'no-store', ...(signal && { signal }) }), signal);
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
  const index: OfflineIndex = await online(response.json(), signal);
  // This page may be older than the site.
  if (index.version !== 1) throw new Fault('changed', `version ${index.version}`);
  if (!(await isOfItsBuild(index))) throw new Fault('damaged', INDEX_FILE);
  return index;
}

/**
 * A pack's bytes, checked.
 * @param onBytes called with the number of bytes that have just come
 * @throws {Fault} `damaged` where they are cut off or another build's
 */
export async function fetchPack(
  storage: SiteStorage,
  { id, sha256: expected, bytes: most }: Pack,
  signal: AbortSignal,
  onBytes: (bytes: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const response = await ask(storage.url(packFile(id)), signal);
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  const reader = response.body?.getReader();
  const next = async () => (reader ? (await online(reader.read(), signal)).value : undefined);
  let received = 0;
  for (let piece = await next(); piece; piece = await next()) {
    pieces.push(piece);
    onBytes(piece.length);
    received += piece.length;
    if (received <= most) continue;
    await reader?.cancel();
    throw new Fault('damaged', id);
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
  return listingOf(id, await (await ask(storage.url(listingFile(id)), signal)).text());
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

const TYPES: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json',
};

/** A response as a server would give it. */
export function fileResponse(path: string, content: Uint8Array<ArrayBuffer>): Response {
  const type = TYPES[path.slice(path.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
  return new Response(content, {
    headers: { 'Content-Type': type, 'Content-Length': String(content.length) },
  });
}
