import { FrequentStrings } from './frequent-strings.ts';
import type { IndexFiles } from './index-files.ts';
import type { Blocks } from './match.ts';
import { ANYWHERE } from './payload.ts';
import { planTerm } from './plan.ts';
import { type Postings, PostingsWriter } from './postings.ts';
import { FEW_CANDIDATES, proofKey } from './proofs.ts';
import type { Term } from './query.ts';
import { withoutSoftBlanks } from './soft-separators.ts';
import { termList } from './term-list.ts';
import type { SegmentEntry } from './types.ts';

/** Documents that frequent strings are learned from. */
const SAMPLE = 600;
/** A string is learned that so large a share of those holds, of what one with just too many candidates should have there: a sample is uneven. */
const SHARE = 0.5;
/** Documents that hold a string that is proven: with fewer it seldom has too many candidates. */
const LEAST_HOLDERS = FEW_CANDIDATES * 0.8;
/** Documents of the largest segment that gets proofs: they cost a second for each 1,000. */
const MOST_DOCUMENTS = 12_000;

/** Refuted candidates of a proof at most, by those that hold the string. */
const MOST_REFUTED = 0.75;

/** True for a segment of so many documents that gets proofs. */
export const getsProofs = (documents: number): boolean =>
  documents > FEW_CANDIDATES && documents <= MOST_DOCUMENTS;

/**
 * Makes the proofs of a segment whose other postings are written, in the order of their keys.
 * @param documents gives every so many-th document of the segment, in order
 */
export async function* makeProofs(
  files: IndexFiles,
  segment: SegmentEntry,
  documents: (step: number) => Iterable<Blocks>,
): AsyncGenerator<Postings> {
  const step = Math.ceil(segment.documents / SAMPLE);
  const least = Math.max(2, Math.floor((FEW_CANDIDATES / step) * SHARE));
  const frequent = new FrequentStrings([...documents(step)], least);
  const wanted = [...holdersOf(frequent, documents(1))]
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

/** The strings that enough documents hold, each with those documents. */
function* holdersOf(frequent: FrequentStrings, documents: Iterable<Blocks>) {
  const { strings } = frequent;
  const held = Array.from(documents, (blocks) => Uint32Array.from(frequent.heldBy(blocks)));
  const counts = new Uint32Array(strings.length);
  for (const ids of held) for (const id of ids) counts[id] = (counts[id] ?? 0) + 1;
  const lists = strings.map((_, id) => {
    const count = counts[id] ?? 0;
    return count >= LEAST_HOLDERS ? new Uint32Array(count) : null;
  });
  const filled = new Uint32Array(strings.length);
  held.forEach((ids, document) => {
    for (const id of ids) {
      const list = lists[id];
      const at = filled[id] ?? 0;
      if (list) list[at] = document;
      filled[id] = at + 1;
    }
  });
  for (const [id, text] of strings.entries()) {
    const holders = lists[id];
    if (holders) yield { text, holders };
  }
}

/** The term that asks for a string. */
function termOf(string: string): Term {
  const before = string.startsWith(' ') ? ' ' : '';
  const text = withoutSoftBlanks(string.slice(before.length));
  return { text, before, after: '', atWord: false, field: null };
}
