import { plainAddress } from '../article/addresses.ts';
import { info, warning } from '../report.ts';
import type { Problem, Reading } from '../types.ts';

/** Fields of an address that say where a visitor came from, not which page it is. */
const TRACKING = /^(?:utm_\w+|from|spm|share_\w+)$/i;

/** Fragments that name a page of a site made in the browser (`#!/article/1`), not a place on one. */
const ROUTE = /^#!?\//;

/** An address without what does not tell pages apart: scheme, `www.`, fragment, tracking fields, final slash. */
export function addressKey(url: string): string {
  const plain = plainAddress(url);
  if (plain) return `${plain.host.replace(/^www\./, '')}?${plain.path.replace(/\/+$/, '')}?`;
  const { host, pathname, searchParams, hash } = new URL(url);
  const query = [...searchParams]
    .filter(([key]) => !TRACKING.test(key))
    .map((pair) => pair.map(encodeURIComponent).join('='));
  const parts = [host.replace(/^www\./, ''), pathname.replace(/\/+$/, ''), query.sort().join('&')];
  return parts.join('?') + (ROUTE.test(hash) ? hash : '');
}

/** The readings that are published, and for the files of the others the file that is published in their place. */
export interface Distinct {
  /** In the order of the readings. */
  kept: Reading[];
  sameAs: ReadonlyMap<string, string>;
  problems: Problem[];
}

/**
 * Of files with the very same bytes, keeps the one that looks like the first; of those that name one original address, the one with the fullest
 * text (then the first by path). The others are reported.
 */
export function withoutDuplicates(readings: readonly Reading[]): Distinct {
  const byHash = firstOf(readings, ({ hash }) => hash, firstLooking);
  const different = readings.filter((reading) => byHash(reading) === reading);
  const byAddress = firstOf(different, ({ address }) => address, fullestFirst);
  const winnerOf = (reading: Reading): Reading => byAddress(byHash(reading));
  const others = readings.filter((reading) => winnerOf(reading) !== reading);
  const copies = others.filter((reading) => byHash(reading) !== reading);
  return {
    kept: readings.filter((reading) => winnerOf(reading) === reading),
    sameAs: new Map(others.map((reading) => [reading.file, winnerOf(reading).file])),
    problems: [
      ...copies.map((reading) => copy(reading, byHash(reading).file)),
      ...others
        .filter((reading) => byHash(reading) === reading)
        .sort(fullestFirst)
        .map((reading) => duplicateUrl(reading, winnerOf(reading).file)),
    ],
  };
}

/** For each reading the first of those with the same key; a reading without one stands for itself. */
function firstOf(
  readings: readonly Reading[],
  keyOf: (reading: Reading) => string | null,
  order: (a: Reading, b: Reading) => number,
): (reading: Reading) => Reading {
  const first = new Map<string, Reading>();
  for (const reading of readings) {
    const key = keyOf(reading);
    if (!key) continue;
    const other = first.get(key);
    if (!other || order(reading, other) < 0) first.set(key, reading);
  }
  return (reading) => first.get(keyOf(reading) ?? '') ?? reading;
}

/** Names that systems give to copies. */
const COPY = /(?:[ _-]*(?:副本|复制|copy|拷贝)|[ _-]*[(（]\d+[)）])[ _-]*\d*\.[^.]*$/i;

const firstLooking = (a: Reading, b: Reading): number =>
  Number(COPY.test(a.file)) - Number(COPY.test(b.file)) || (a.file < b.file ? -1 : 1);

function copy({ file }: Reading, first: string): Problem {
  const message = `Unexpected copy of ${first}, byte by byte, expected one file; there is one page for both: delete one of them`;
  return { file, ...info('copy', message) };
}

const fullestFirst = (a: Reading, b: Reading): number => b.chars - a.chars || (a.file < b.file ? -1 : 1);

function duplicateUrl({ file, url }: Reading, winner: string): Problem {
  const message = `Unexpected second file for ${url}, expected one: the fuller text of ${winner} is published; merge or delete one of them`;
  return { file, ...warning('duplicate-url', message) };
}
