import { withContent } from './bytes.ts';
import { foldCluster, joins } from './fold-cluster.ts';

/**
 * Folding: what makes two spellings the same string to the search. NFKC, lower case, traditional → simplified
 * character by character, every white space a space, invisible format characters gone. Index and query use this one function.
 *
 * It works cluster by cluster (a character with the combining marks and jamo that NFKC may join to it), so the
 * folded form of a string does not depend on what stands round it: that is what makes substring search exact.
 */

/** Folded text with the way back. */
export interface Folded {
  text: string;
  /**
   * `starts[i]`: offset in the original of the cluster that folded unit `i` came from; one more entry holds the
   * original's length. Null where every offset is its own.
   */
  starts: Uint32Array | null;
}

const UNKNOWN = 0;
/** The unit cannot be folded alone: surrogates, joining marks, and what folds to more or less than one unit. */
const CLUSTER = 1;
/** Code unit → folded code unit, learned as units are met. */
const simple = new Uint16Array(0x10000);

/** Memory of `joins` by code point. */
const joinMemory = new Map<number, boolean>();
function joinsAt(text: string, at: number): boolean {
  const code = text.codePointAt(at) ?? 0;
  if (code < 0x300) return false;
  let known = joinMemory.get(code);
  if (known === undefined) {
    known = joins(String.fromCodePoint(code));
    joinMemory.set(code, known);
  }
  return known;
}

/** Learns how one code unit folds. */
function learn(unit: number): number {
  const char = String.fromCharCode(unit);
  const surrogate = unit >= 0xd800 && unit <= 0xdfff;
  const folded = surrogate || joins(char) ? '' : foldCluster(char);
  const code = folded.length === 1 ? folded.charCodeAt(0) : 0;
  const value = Math.max(code, CLUSTER);
  simple[unit] = value;
  return value;
}

function foldUnit(unit: number): number {
  const known = simple[unit] ?? UNKNOWN;
  return known === UNKNOWN ? learn(unit) : known;
}

/** `String.fromCharCode.apply` takes its units as arguments: so many at once. */
const SLICE = 4096;
let buffer = new Uint16Array(1 << 14);

/** Makes room for so many units. */
function reserve(size: number): void {
  if (size > buffer.length) buffer = withContent(new Uint16Array(Math.max(size, buffer.length * 2)), buffer);
}

function bufferText(length: number): string {
  let out = '';
  for (let at = 0; at < length; at += SLICE)
    out += String.fromCharCode.apply(
      null,
      buffer.subarray(at, Math.min(length, at + SLICE)) as unknown as number[],
    );
  return out;
}

/** End of the cluster that begins at `at`. */
function clusterEnd(text: string, at: number): number {
  let end = at + ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
  while (end < text.length && joinsAt(text, end)) end += (text.codePointAt(end) ?? 0) > 0xffff ? 2 : 1;
  return end;
}

/** Folds; where `starts` is given, pushes the offset each folded unit came from. */
function run(text: string, starts: number[] | null): string {
  let same = 0;
  while (same < text.length && foldUnit(text.charCodeAt(same)) === text.charCodeAt(same)) same++;
  if (same === text.length && !starts) return text;
  reserve(text.length);
  let length = 0;
  /** Offsets, in source and result, of the unit before: a joining mark takes it back into a cluster. */
  let lastAt = -1;
  for (let at = 0; at < text.length; ) {
    const unit = foldUnit(text.charCodeAt(at));
    if (unit !== CLUSTER) {
      reserve(length + 1);
      lastAt = at;
      starts?.push(at);
      buffer[length++] = unit;
      at++;
      continue;
    }
    let from = at;
    if (at > 0 && lastAt === at - 1 && joinsAt(text, at)) {
      from = lastAt;
      length--;
      starts?.pop();
    }
    at = clusterEnd(text, at);
    const folded = foldCluster(text.slice(from, at));
    reserve(length + folded.length);
    for (let i = 0; i < folded.length; i++) {
      starts?.push(from);
      buffer[length++] = folded.charCodeAt(i);
    }
    lastAt = -1;
  }
  starts?.push(text.length);
  return bufferText(length);
}

/** Folds a text. The same text as `foldWithMap(text).text`. */
export function fold(text: string): string {
  return run(text, null);
}

/** Folds a text and keeps the way back to its offsets. @returns UTF-16 offsets throughout. */
export function foldWithMap(text: string): Folded {
  const starts: number[] = [];
  const folded = run(text, starts);
  const same = starts.every((start, i) => start === i);
  return { text: folded, starts: same ? null : Uint32Array.from(starts) };
}

/**
 * The stretch of the original that a stretch of the folded text came from, widened to whole clusters.
 * @returns `[from, to)` in UTF-16 units of the original.
 */
export function originalRange(folded: Folded, from: number, to: number): [number, number] {
  const { starts } = folded;
  if (!starts) return [from, to];
  if (to <= from) return [starts[from] ?? 0, starts[from] ?? 0];
  const last = starts[to - 1] ?? 0;
  let end = to;
  while (end < starts.length - 1 && starts[end] === last) end++;
  return [starts[from] ?? 0, starts[end] ?? last];
}
