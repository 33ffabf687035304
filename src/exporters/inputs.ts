import { createHash } from 'node:crypto';
import type { Entry } from '../types.ts';

/** Digest of JSON-able values and of articles (their source bytes, file, place and topics), for `OutputFile.inputs`. */
export function inputsDigest(values: unknown, entries: Iterable<Entry> = []): string {
  const hash = createHash('sha256').update(JSON.stringify(values));
  hash.update(Array.from(entries, ({ key }) => key).join(''));
  return hash.digest('hex');
}
