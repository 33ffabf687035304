import type { HeldString } from './held-strings.ts';
import type { IndexFiles } from './index-files.ts';
import { ANYWHERE } from './payload.ts';
import { planTerm } from './plan.ts';
import { type Postings, PostingsWriter } from './postings.ts';
import { FEW_CANDIDATES, proofKey } from './proofs.ts';
import type { Term } from './query.ts';
import { withoutSoftBlanks } from './soft-separators.ts';
import { termList } from './term-list.ts';
import type { SegmentEntry } from './types.ts';

/** Documents of the largest segment that gets proofs: they cost two seconds for each 1,000. */
const MOST_DOCUMENTS = 12_000;

/** Refuted candidates of a proof at most, by those that hold the string. */
const MOST_REFUTED = 0.75;

/** True for a segment of so many documents that gets proofs. */
export const getsProofs = (documents: number): boolean =>
  documents > FEW_CANDIDATES && documents <= MOST_DOCUMENTS;

/** Makes the proofs of a segment whose other postings are written, in the order of their keys. */
export async function* makeProofs(
  files: IndexFiles,
  segment: SegmentEntry,
  strings: readonly HeldString[],
): AsyncGenerator<Postings> {
  const wanted = strings
    .map(({ text, holders }) => ({ term: termOf(text), holders }))
    .map((one) => ({ ...one, key: proofKey(one.term) ?? '' }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  const writer = new PostingsWriter();
  for (const { term, key, holders } of wanted) {
    const { grams, exact } = planTerm(term);
    if (exact) continue;
    const { documents: candidates } = await termList(files, segment, grams);
    const refuted = candidates.length - holders.length;
    // What costs more than it tells is left out: pages are read, and the count is about.
    if (candidates.length <= FEW_CANDIDATES || refuted > holders.length * MOST_REFUTED) continue;
    let next = 0;
    candidates.forEach((one, at) => {
      if (one === holders[next]) next++;
      else writer.add(at, 0, ANYWHERE);
    });
    yield writer.end(key);
  }
}

/** The term that asks for a string. */
function termOf(string: string): Term {
  const before = string.startsWith(' ') ? ' ' : '';
  const text = withoutSoftBlanks(string.slice(before.length));
  return { text, before, after: '', atWord: false, field: null };
}
