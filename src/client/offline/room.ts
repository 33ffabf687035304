import { Fault } from './fault.ts';

/** Share of a file's bytes that it takes in a cache. */
const OVERHEAD = 1.1;

/** Bytes used and granted; null where the browser does not tell. */
export async function room(): Promise<{ used: number; quota: number } | null> {
  if (!navigator.storage?.estimate) return null;
  const { usage = 0, quota = 0 } = await navigator.storage.estimate();
  return quota > 0 ? { used: usage, quota } : null;
}

/** @throws {Fault} where files of so many bytes would not fit */
export async function requireRoom(bytes: number): Promise<void> {
  const estimate = await room();
  if (estimate && estimate.quota - estimate.used < bytes * OVERHEAD) throw new Fault('full');
}
