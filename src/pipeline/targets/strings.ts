import { z } from 'zod';
import { keyOf } from '../../hash.ts';
import type { PartPlan } from '../../search/gram/build.ts';
import { getsProofs } from '../../search/gram/make-proofs.ts';
import { SEGMENT_KINDS } from '../../search/gram/types.ts';
import { inWorkers } from '../../workers/pool.ts';
import type { Context } from '../context.ts';
import { type Item, whole } from '../item.ts';
import type { Target } from '../target.ts';
import { indexed, lengthOf, PARTS, partsOf } from './parts.ts';

/** Part of the cache in which strings are kept. */
const CACHE = 'strings';

/** Articles of a segment from which on a process of its own finds them: they take some 0.4 s for each 1,000. */
const MANY = 1000;

/**
 * The strings that many articles of a segment hold, which its proofs are made of: found in workers beside those that invert. Of a segment of which little is
 * new they are found when it is joined.
 */
export const strings: Target<Item, null> = {
  name: 'strings',
  after: [],
  waitsFor: 'pause',
  isWanted: ({ share }) => !share,
  items: () => whole('strings', null),
  async make(_stale, context) {
    const tasks = stringsOf(context).filter(({ articles, isNew }) => articles.length > MANY && isNew);
    context.cache(CACHE).sweep();
    // One process, whatever there is to find: the others invert.
    for await (const _ of inWorkers('strings', tasks, { ...context, workers: 1 }, true));
    return { data: null };
  },
  data: z.null(),
};

/** A segment that gets proofs. */
interface SegmentStrings {
  kind: PartPlan['kind'];
  /** File its strings are kept in. */
  file: string;
  /** Its articles, where the strings are still to be found. */
  articles: ReturnType<typeof indexed>[];
  /** True where at least half of it is new. */
  isNew: boolean;
}

/** The segments that get proofs, and what is known of their strings. */
export function stringsOf(context: Context): SegmentStrings[] {
  const [cache, parts] = [context.cache(CACHE), context.cache(PARTS)];
  const planned = partsOf(context);
  return SEGMENT_KINDS.flatMap((kind): SegmentStrings[] => {
    const own = planned.filter((part) => part.kind === kind);
    if (!getsProofs(lengthOf(own))) return [];
    const key = keyOf(context.key, ...own.map((part) => part.key));
    const { entries } = context.reading.archive;
    const articles = cache.has(key)
      ? []
      : own.flatMap(({ from, to }) => entries.slice(from, to).map(indexed));
    const fresh = own.filter((part) => !parts.has(part.key));
    return [{ kind, file: cache.file(key), articles, isNew: lengthOf(fresh) * 2 >= lengthOf(own) }];
  });
}
