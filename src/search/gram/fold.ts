import { withContent } from './bytes.ts';
import { foldCluster, joins } from './fold-cluster.ts';
import { withoutSoftSeparators } from './soft-separators.ts';

/**
 * Folding: what makes two spellings the same string to the search. NFKC, lower case, traditional → simplified
 * character by character, every white space a space, one apostrophe, one hyphen, invisible format characters gone; then soft separators go
 * (`soft-separators.ts`). Index and query use this one function.
 *
 * It works cluster by cluster (a character with the combining marks and jamo that NFKC may join to it), so the
 * folded form of a string does not depend on what stands round it: that is what makes substring search exact.
 * Only a separator depends on both its neighbours: a string that begins or ends with one says so to `match.ts` (`language.ts`).
 */

/** Folded text as it is searched. */
export interface FoldedText {
  text: string;
  /** Where in it a hyphen went: a word may begin there. Null where none did. */
  breaks: ReadonlySet<number> | null;
}

/** Folded text with the way back. */
export interface Folded extends FoldedText {
  /** Offsets in the original of the cluster that folded unit `i` came from: `starts[i]` to `ends[i]`. Null where every offset is its own. */
  places: { starts: Uint32Array; ends: Uint32Array } | null;
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

/** The text with every cluster folded, then without soft separators. */
function foldedText(clusters: string) {
  const stripped = withoutSoftSeparators(clusters);
  if (!stripped) return { text: clusters, breaks: null, kept: null };
  const { kept, breaks } = stripped;
  reserve(kept.length);
  for (let i = 0; i < kept.length; i++) buffer[i] = clusters.charCodeAt(kept[i] ?? 0);
  return { text: bufferText(kept.length), breaks: breaks.size > 0 ? breaks : null, kept };
}

/** Folds a text for searching. */
export function foldText(text: string): FoldedText {
  const { breaks, text: folded } = foldedText(run(text, null));
  return { text: folded, breaks };
}

/** Folds a text. The same as `foldText(text).text`. */
export const fold = (text: string): string => foldText(text).text;

/** Folds a text and keeps the way back to its offsets. @returns UTF-16 offsets throughout. */
export function foldWithMap(text: string): Folded {
  const clusters: number[] = [];
  const { kept, ...folded } = foldedText(run(text, clusters));
  if (!kept && clusters.every((start, i) => start === i)) return { ...folded, places: null };
  const starts = new Uint32Array(folded.text.length);
  const ends = new Uint32Array(folded.text.length);
  for (let i = folded.text.length - 1; i >= 0; i--) {
    const at = kept?.[i] ?? i;
    const start = clusters[at] ?? text.length;
    let next = at + 1;
    while (clusters[next] === start && next < clusters.length - 1) next++;
    starts[i] = start;
    ends[i] = clusters[next] ?? text.length;
  }
  return { ...folded, places: { starts, ends } };
}

/**
 * The stretch of the original that a stretch of the folded text came from, widened to whole clusters.
 * @returns `[from, to)` in UTF-16 units of the original.
 */
export function originalRange({ places }: Folded, from: number, to: number): [number, number] {
  if (!places) return [from, to];
  const start = places.starts[from] ?? places.ends.at(-1) ?? 0;
  return [start, to <= from ? start : (places.ends[to - 1] ?? start)];
}
