import assert from 'node:assert/strict';
import { test } from 'node:test';
import { encodePart, memorySource, PartReader } from './part.ts';
import type { Postings } from './postings.ts';

/** Postings of a key that are longer than what is read ahead for the numbers before them. */
const postings = (at: number): Postings => ({
  key: String.fromCharCode(0x4e00 + at),
  count: 9_000,
  last: 9_000 + at,
  gaps: new Uint8Array(9_000).fill(at + 1),
  payloads: new Uint8Array(9_000).fill(at + 2),
  extra: new Uint8Array(1_000).fill(at + 3),
});

test('a part of several windows is read back as it was written', () => {
  const entries = Array.from({ length: 60 }, (_, at) => postings(at));
  const reader = new PartReader(memorySource(encodePart({ documents: [], repeated: [] }, entries)));
  for (const entry of entries) assert.deepEqual(reader.next(), entry, entry.key);
  assert.equal(reader.next(), null);
});
