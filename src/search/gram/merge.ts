import type { PartReader } from './part.ts';
import { type Postings, PostingsWriter } from './postings.ts';

/** A part at its next entry; its documents are numbered from `base` on. */
interface Source {
  part: PartReader;
  base: number;
  entry: Postings;
}

/**
 * Merges parts into one sorted run of postings; part after part, documents are numbered through.
 * Memory: one window a part, and the postings of one key.
 */
export function mergeParts(parts: readonly PartReader[], add: (postings: Postings) => void): void {
  /** Those that still have entries, the least key first; among equal keys the earlier part. */
  const waiting: Source[] = [];
  const advance = (part: PartReader, base: number): void => {
    const entry = part.next();
    if (!entry) return;
    const { key } = entry;
    const isBefore = ({ entry: other, base: from }: Source) =>
      other.key < key || (other.key === key && from < base);
    waiting.splice(waiting.findLastIndex(isBefore) + 1, 0, { part, base, entry });
  };
  let documents = 0;
  for (const part of parts) {
    advance(part, documents);
    documents += part.documents.length;
  }
  const writer = new PostingsWriter();
  for (let first = waiting.shift(); first; first = waiting.shift()) {
    const { key } = first.entry;
    writer.append(first.entry, first.base);
    advance(first.part, first.base);
    if (waiting[0]?.entry.key !== key) add(writer.end(key));
  }
}
