import { lowerBound, type PostingList } from './chunk.ts';
import { POSTED } from './filters.ts';
import { FILTER_PREFIX, FILTER_UNITS } from './grams.ts';
import type { IndexFiles } from './index-files.ts';
import { findTerm } from './match.ts';
import { BODY_LEVEL } from './payload.ts';
import { filtered, unionOf } from './posting-lists.ts';
import type { Term } from './query.ts';
import { chunksOf } from './root.ts';
import type { SegmentEntry } from './types.ts';

/** Postings of what may hold a term or clause, and the documents of which only the page can tell. */
export interface CandidateList extends PostingList {
  unsure: Uint32Array;
}

/** Most files of an archive's authors that are looked through. */
const MOST_CHUNKS = 8;
/** What stands between the authors of an article: a term with it may stand across two of them. */
const BETWEEN = '、';
const AUTHOR = FILTER_PREFIX + (POSTED.find(({ name }) => name === 'author')?.letter ?? '');

/** The documents whose author's name holds a term, by the list of authors; null where that cannot tell. */
export async function authorList(
  files: IndexFiles,
  segment: SegmentEntry,
  term: Term,
): Promise<CandidateList | null> {
  const lookup = { key: AUTHOR, prefix: true };
  const numbers = chunksOf(segment, lookup);
  if (numbers.length > MOST_CHUNKS || term.text.includes(BETWEEN)) return null;
  const surely: Uint32Array[] = [];
  const perhaps: Uint32Array[] = [];
  for (const chunk of await Promise.all(numbers.map((number) => files.chunk(segment, number))))
    for (let at = lowerBound(chunk.keys, AUTHOR); chunk.keys[at]?.startsWith(AUTHOR); at++) {
      const text = chunk.keys[at]?.slice(AUTHOR.length) ?? '';
      const isCut = text.length >= FILTER_UNITS;
      if (!isCut && !text.includes(term.text)) continue;
      const { documents } = chunk.list(at);
      // The key does not tell where a hyphen went, so that a word may begin there.
      const isSure = !isCut && findTerm({ text, breaks: null }, term) >= 0;
      (isSure ? surely : perhaps).push(documents);
    }
  const sure = unionOf(surely);
  const documents = unionOf([sure, ...perhaps]);
  return {
    documents,
    masks: new Uint32Array(documents.length).fill(-1),
    levels: new Uint8Array(documents.length).fill(BODY_LEVEL),
    unsure: filtered(documents, sure, false),
  };
}
