import { FrequentStrings } from './frequent-strings.ts';
import type { Blocks } from './match.ts';
import { FEW_CANDIDATES } from './proofs.ts';

/** A string that many documents of a segment hold, and those documents, ascending. */
export interface HeldString {
  /** Written with soft blanks. */
  text: string;
  holders: Uint32Array;
}

/** Documents that frequent strings are learned from. */
const SAMPLE = 600;
/** A string is learned that so large a share of those holds, of what one with just too many candidates should have there: a sample is uneven. */
const SHARE = 0.5;
/** Documents that hold a string that is proven: with fewer it seldom has too many candidates. */
const LEAST_HOLDERS = FEW_CANDIDATES * 0.8;
/** Of a large segment such a share of them: else its strings would be ten times as many with thrice the documents, and their lists longer. */
const LEAST_SHARE = 1 / 100;
/** Documents of the sample that hold a string at least: fewer are chance. */
const LEAST_SAMPLED = 4;
/** Strings at most: those that most documents hold. A proof takes a third of a millisecond where 10,000 documents are. */
const MOST_STRINGS = 40_000;

/**
 * Finds the strings of a segment that proofs may be made of. It needs the texts only, so that it can be done before the segment is joined.
 * @param count documents of the segment
 * @param blocksOf gives a document's text, folded
 */
export function heldStrings(count: number, blocksOf: (document: number) => Blocks): HeldString[] {
  const step = Math.ceil(count / SAMPLE);
  const expected = Math.max(FEW_CANDIDATES, count * LEAST_SHARE) / step;
  const least = Math.max(LEAST_SAMPLED, Math.floor(expected * SHARE));
  const sample = Array.from({ length: Math.ceil(count / step) }, (_, at) => blocksOf(at * step));
  const frequent = new FrequentStrings(sample, least);
  const { strings } = frequent;
  const held = Array.from({ length: count }, (_, at) => Uint32Array.from(frequent.heldBy(blocksOf(at))));
  const counts = new Uint32Array(strings.length);
  for (const ids of held) for (const id of ids) counts[id] = (counts[id] ?? 0) + 1;
  const leastHolders = Math.max(
    LEAST_HOLDERS,
    count * LEAST_SHARE,
    (counts.toSorted().at(-MOST_STRINGS - 1) ?? 0) + 1,
  );
  const lists = strings.map((_, id) => {
    const own = counts[id] ?? 0;
    return own >= leastHolders ? new Uint32Array(own) : null;
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
  return strings.flatMap((text, id) => {
    const holders = lists[id];
    return holders ? { text, holders } : [];
  });
}

/** Bytes that stand for strings and their documents, for a cache of this machine: length of a list of texts and numbers, that list as JSON, the documents. */
export function encodeHeld(strings: readonly HeldString[]): Uint8Array[] {
  const list = Buffer.from(JSON.stringify(strings.map(({ text, holders }) => [text, holders.length])));
  // Numbers begin at a multiple of four.
  const head = Buffer.concat([list, Buffer.alloc(-list.length & 3, ' ')]);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(head.length);
  return [length, head, ...strings.map(({ holders }) => new Uint8Array(holders.buffer))];
}

/** The strings that bytes stand for. */
export function decodeHeld(bytes: Uint8Array): HeldString[] {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const end = 4 + all.readUInt32LE();
  const head: [string, number][] = JSON.parse(all.toString('utf8', 4, end));
  const rest = bytes.subarray(end);
  const { buffer, byteOffset, length } = rest.byteOffset % 4 === 0 ? rest : Uint8Array.from(rest);
  const documents = new Uint32Array(buffer, byteOffset, length / 4);
  let from = 0;
  return head.map(([text, count]) => {
    const holders = documents.subarray(from, from + count);
    from += count;
    return { text, holders };
  });
}
