import { z } from 'zod';
import { DamagedCache } from '../../cache/cache-file.ts';
import { keyOf } from '../../hash.ts';
import type { SegmentEntry } from '../../search/gram/types.ts';
import { programKey } from '../../version.ts';
import type { Context } from '../context.ts';

/** Words of two characters with the number of articles of a segment of the index that have them, kept as long as the segment. */
const wordsSchema = z.array(z.tuple([z.string(), z.number()]));
type Words = z.infer<typeof wordsSchema>;

type Named = Pick<SegmentEntry, 'name'>;

/** A segment's name says what it holds, whatever the settings. */
const keyFor = (segment: string): string => keyOf(programKey(), segment);

/** Keeps the words of a segment that was joined. */
export function keepWords(context: Context, segment: string, words: Words): void {
  context.cache('suggestions').put(keyFor(segment), Buffer.from(JSON.stringify(words)));
}

/** Whether a segment's words are kept: where they are not, it is joined again. */
export const hasWords = (context: Context, segment: string): boolean =>
  context.cache('suggestions').has(keyFor(segment));

/** Forgets the words of all segments but some. */
export function keepOnly(context: Context, segments: readonly Named[]): void {
  for (const { name } of segments) hasWords(context, name);
  context.cache('suggestions').sweep();
}

/**
 * The words of some segments together.
 * @throws {DamagedCache} where they are not there: joining the segment again brings them
 */
export function keptWords(context: Context, segments: readonly Named[]): Map<string, number> {
  const cache = context.cache('suggestions');
  const counts = new Map<string, number>();
  for (const { name } of segments) {
    const bytes = cache.find(keyFor(name));
    if (!bytes) throw new DamagedCache(`${name}: its words are gone`);
    for (const [word, count] of wordsSchema.parse(JSON.parse(bytes.toString())))
      counts.set(word, (counts.get(word) ?? 0) + count);
  }
  return counts;
}
