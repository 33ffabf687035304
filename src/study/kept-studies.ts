import { z } from 'zod';
import type { Study } from './study.ts';

/** The file is checked by its checksums and its key names the program that wrote it: more than a look at the list is not needed. */
const headSchema = z.custom<Head>(
  (list) => Array.isArray(list) && list.every((one) => Array.isArray(one) && typeof one[0] === 'string'),
);
type Head = [file: string, mentions: Study['mentions'], terms: number, signature: number][];

/** Bytes that stand for the studies of some articles, for a cache: length of a list of files, mentions and numbers of bytes, that list as JSON, those bytes. */
export function encodeStudies(studies: readonly [file: string, study: Study][]): Uint8Array[] {
  const head: Head = studies.map(([file, { mentions, related }]) => [
    file,
    mentions,
    related.terms.length,
    related.signature.length,
  ]);
  const list = Buffer.from(JSON.stringify(head));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(list.length);
  return [length, list, ...studies.flatMap(([, { related }]) => [related.terms, related.signature])];
}

/** The studies that bytes stand for, by the articles' files. */
export function decodeStudies(bytes: Buffer): Map<string, Study> {
  const end = 4 + bytes.readUInt32LE();
  const head = headSchema.parse(JSON.parse(bytes.toString('utf8', 4, end)));
  // A copy, so that the list is let go.
  const rest = Buffer.from(bytes.subarray(end));
  let at = 0;
  const take = (length: number): Buffer => {
    at += length;
    return rest.subarray(at - length, at);
  };
  return new Map(
    head.map(([file, mentions, terms, signature]) => [
      file,
      { mentions, related: { terms: take(terms), signature: take(signature) } },
    ]),
  );
}
