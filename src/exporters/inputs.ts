import { createHash } from 'node:crypto';
import type { Entry } from '../types.ts';

/** Digest of JSON-able values and of articles (their source bytes, file, place and topics), for `OutputFile.inputs`. */
export function inputsDigest(values: unknown, entries: Iterable<Entry> = []): string {
  const hash = createHash('sha256').update(JSON.stringify(values));
  for (const entry of entries) hash.update(inputsOf(entry));
  return hash.digest('hex');
}

/** An article is in half a dozen files: what stands for it there is written once. */
const written = new WeakMap<Entry, string>();

function inputsOf(entry: Entry): string {
  const known = written.get(entry);
  if (known !== undefined) return known;
  const { digest, file, path, topics } = entry;
  const made = JSON.stringify([digest, file, path, topics]);
  written.set(entry, made);
  return made;
}
