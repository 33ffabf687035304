import type { Problem, Reading } from '../types.ts';

/** Fields of an address that say where a visitor came from, not which page it is. */
const TRACKING = /^(?:utm_\w+|from|spm|share_\w+)$/i;

/** Fragments that name a page of a site made in the browser (`#!/article/1`), not a place on one. */
const ROUTE = /^#!?\//;

/** An address without what does not tell pages apart: scheme, `www.`, fragment, tracking fields, final slash. */
export function addressKey(url: string): string {
  const { host, pathname, searchParams, hash } = new URL(url);
  const query = [...searchParams]
    .filter(([key]) => !TRACKING.test(key))
    .map((pair) => pair.map(encodeURIComponent).join('='));
  const parts = [host.replace(/^www\./, ''), pathname.replace(/\/+$/, ''), query.sort().join('&')];
  return parts.join('?') + (ROUTE.test(hash) ? hash : '');
}

/**
 * Of the files that name one original address, keeps the one with the fullest text (then the first by path) and reports the others.
 */
export function withoutDuplicates(readings: readonly Reading[]): { kept: Reading[]; problems: Problem[] } {
  const byAddress = new Map<string, Reading>();
  const kept: Reading[] = [];
  const losers: [Reading, string][] = [];
  const fullestFirst = [...readings].sort((a, b) => b.chars - a.chars || (a.file < b.file ? -1 : 1));
  for (const reading of fullestFirst) {
    const key = reading.address;
    const winner = key ? byAddress.get(key) : undefined;
    if (winner) losers.push([reading, winner.file]);
    else kept.push(reading);
    if (key && !winner) byAddress.set(key, reading);
  }
  const problems = losers.map(
    ([reading, winner]): Problem => ({
      file: reading.file,
      line: 1,
      column: 1,
      severity: 'warning',
      rule: 'duplicate-url',
      message: `Unexpected second file for ${reading.url}, expected one: the fuller text of ${winner} is published; merge or delete one of them`,
    }),
  );
  return { kept, problems };
}
