import { warning } from '../report.ts';
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
 * @returns `kept` in the order of `readings`
 */
export function withoutDuplicates(readings: readonly Reading[]): { kept: Reading[]; problems: Problem[] } {
  const byAddress = new Map<string, Reading>();
  for (const reading of readings) {
    if (!reading.address) continue;
    const winner = byAddress.get(reading.address);
    if (!winner || fullestFirst(reading, winner) < 0) byAddress.set(reading.address, reading);
  }
  const winnerOf = (reading: Reading): Reading =>
    (reading.address ? byAddress.get(reading.address) : null) ?? reading;
  const problems = readings
    .filter((reading) => winnerOf(reading) !== reading)
    .sort(fullestFirst)
    .map((reading) => duplicateUrl(reading, winnerOf(reading).file));
  return { kept: readings.filter((reading) => winnerOf(reading) === reading), problems };
}

const fullestFirst = (a: Reading, b: Reading): number => b.chars - a.chars || (a.file < b.file ? -1 : 1);

function duplicateUrl({ file, url }: Reading, winner: string): Problem {
  const message = `Unexpected second file for ${url}, expected one: the fuller text of ${winner} is published; merge or delete one of them`;
  return { file, ...warning('duplicate-url', message) };
}
