import { z } from 'zod';
import { DamagedCache } from '../../cache/cache-file.ts';
import { keyOf } from '../../hash.ts';
import type { Context } from '../context.ts';

/** Words of two characters with the number of articles of a segment of the index that have them, kept as long as the segment. */
const wordsSchema = z.array(z.tuple([z.string(), z.number()]));
type Words = z.infer<typeof wordsSchema>;

const keyFor = (context: Context, segment: string): string => keyOf(context.key, segment);

/** Keeps the words of a segment that was joined. */
export function keepWords(context: Context, segment: string, words: Words): void {
  context.cache('suggestions').put(keyFor(context, segment), Buffer.from(JSON.stringify(words)));
}

/**
 * The words of some segments together; those of others are forgotten.
 * @throws {DamagedCache} where they are not there: joining the segment again brings them
 */
export function keptWords(context: Context, segments: readonly string[]): Map<string, number> {
  const cache = context.cache('suggestions');
  const counts = new Map<string, number>();
  for (const segment of segments) {
    const bytes = cache.find(keyFor(context, segment));
    if (!bytes) throw new DamagedCache(`${segment}: its words are gone`);
    for (const [word, count] of wordsSchema.parse(JSON.parse(bytes.toString())))
      counts.set(word, (counts.get(word) ?? 0) + count);
  }
  cache.sweep();
  return counts;
}
