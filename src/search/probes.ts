import { type FoldedText, foldText } from './gram/fold.ts';
import { exactly, parseQuery } from './gram/language.ts';
import { findTerm, matchOf } from './gram/match.ts';
import { planTerm } from './gram/plan.ts';
import type { Query, Term } from './gram/query.ts';
import type { Documents } from './gram/types.ts';
import { drawStrings, type Kind, TYPED } from './sample.ts';

/** Strings under test and the plain scan that tells which documents hold them. */

/** One string under test, with the documents that hold it. */
export interface Probe {
  kind: Kind;
  text: string;
  input: string;
  query: Query;
  found: number[];
}

/** Draws strings that the index has something to look up by. Those of `TYPED` are asked as they stand, all others as exact strings. */
export async function drawProbes(documents: Documents, perKind: number): Promise<Probe[]> {
  return (await drawStrings(documents, perKind)).flatMap(({ kind, text }): Probe[] => {
    const input = TYPED.has(kind) ? text : exactly(text);
    const query = parseQuery(input);
    const terms = query.all.flat();
    return terms.length > 0 && terms.every((term) => planTerm(term).grams.length > 0)
      ? [{ kind, text, input, query, found: [] }]
      : [];
  });
}

/** The terms of which one is all that a query asks for; null where it asks for more. */
function onlyTerms({ literal, all, none }: Query): readonly Term[] | null {
  const [clause] = all;
  return clause && all.length === 1 && none.length === 0 && !literal && clause.every(({ field }) => !field)
    ? clause
    : null;
}

/** Bits of the table that tells where a scan need not look. */
const PAIRS = 1 << 16;
const pairHash = (first: number, second: number) => (Math.imul(first, 31) ^ second) & (PAIRS - 1);

/** A term that is all a probe asks for. */
interface Wanted {
  probe: Probe;
  term: Term;
}

/**
 * Fills in which documents hold each probe: looks at every place of every text for the first two units of any single term, and for
 * the other queries through each text by itself.
 * @returns the paths of all documents, in order
 */
export async function scanAll(documents: Documents, probes: readonly Probe[]): Promise<string[]> {
  const byPair = new Map<number, Wanted[]>();
  const others: Probe[] = [];
  for (const probe of probes) {
    const terms = onlyTerms(probe.query);
    if (!terms) others.push(probe);
    for (const term of terms ?? []) {
      const { text } = term;
      const key = text.length > 1 ? pairHash(text.charCodeAt(0), text.charCodeAt(1)) : -1;
      byPair.set(key, [...(byPair.get(key) ?? []), { probe, term }]);
    }
  }
  const wanted = new Uint8Array(PAIRS);
  for (const key of byPair.keys()) if (key >= 0) wanted[key] = 1;
  const singles = byPair.get(-1) ?? [];
  const paths: string[] = [];
  for await (const document of documents) {
    const number = paths.length;
    const blocks = [document.title, document.author, ...document.passages].map(foldText);
    for (const block of blocks) {
      const { text } = block;
      for (let at = 0; at + 1 < text.length; at++) {
        const key = pairHash(text.charCodeAt(at), text.charCodeAt(at + 1));
        if (wanted[key] === 1) for (const one of byPair.get(key) ?? []) addFound(one, block, at, number);
      }
      for (const one of singles) addFound(one, block, findTerm(block, one.term), number);
    }
    for (const { query, found } of others) if (matchOf(blocks, query)) found.push(number);
    paths.push(document.path);
  }
  return paths;
}

/** Adds a document to those of a probe if the term matches at that very place. */
function addFound({ probe, term }: Wanted, block: FoldedText, at: number, document: number): void {
  if (at < 0 || probe.found.at(-1) === document) return;
  if (block.text.startsWith(term.text, at) && findTerm(block, term, at) === at) probe.found.push(document);
}
