import { fold } from './gram/fold.ts';
import { exactly, parseQuery, type Term } from './gram/language.ts';
import { findTerm } from './gram/match.ts';
import { planTerm } from './gram/plan.ts';
import type { Documents } from './gram/types.ts';
import { drawStrings, type Kind } from './sample.ts';

/** Strings under test and the plain scan that tells which documents hold them. */

/** One string under test, with the documents that hold it. */
export interface Probe {
  kind: Kind;
  input: string;
  term: Term;
  found: number[];
}

/** Draws strings that the index has something to look up by. Latin words are asked as typed, all others as exact strings. */
export async function drawProbes(documents: Documents, perKind: number): Promise<Probe[]> {
  return (await drawStrings(documents, perKind)).flatMap(({ kind, text }): Probe[] => {
    const input = kind === 'latin' ? text : exactly(text);
    const [term] = parseQuery(input).all;
    return term && planTerm(term).grams.length > 0 ? [{ kind, input, term, found: [] }] : [];
  });
}

/** Bits of the table that tells where a scan need not look. */
const PAIRS = 1 << 16;
const pairHash = (first: number, second: number) => (Math.imul(first, 31) ^ second) & (PAIRS - 1);

/**
 * Fills in which documents hold each probe: looks at every place of every text for the first two units of any probe.
 * @returns the paths of all documents, in order
 */
export async function scanAll(documents: Documents, probes: readonly Probe[]): Promise<string[]> {
  const byPair = new Map<number, Probe[]>();
  for (const probe of probes) {
    const { text } = probe.term;
    const key = text.length > 1 ? pairHash(text.charCodeAt(0), text.charCodeAt(1)) : -1;
    byPair.set(key, [...(byPair.get(key) ?? []), probe]);
  }
  const wanted = new Uint8Array(PAIRS);
  for (const key of byPair.keys()) if (key >= 0) wanted[key] = 1;
  const singles = byPair.get(-1) ?? [];
  const paths: string[] = [];
  for await (const document of documents) {
    const number = paths.length;
    for (const block of [document.title, document.author, ...document.passages]) {
      const text = fold(block);
      for (let at = 0; at + 1 < text.length; at++) {
        const key = pairHash(text.charCodeAt(at), text.charCodeAt(at + 1));
        if (wanted[key] === 1) for (const probe of byPair.get(key) ?? []) addFound(probe, text, at, number);
      }
      for (const probe of singles) addFound(probe, text, findTerm(text, probe.term), number);
    }
    paths.push(document.path);
  }
  return paths;
}

/** Adds a document to those of a probe if the probe matches at that very place. */
function addFound(probe: Probe, text: string, at: number, document: number): void {
  if (at < 0 || probe.found.at(-1) === document) return;
  if (text.startsWith(probe.term.text, at) && findTerm(text, probe.term, at) === at)
    probe.found.push(document);
}
