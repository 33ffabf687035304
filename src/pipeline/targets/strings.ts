import { z } from 'zod';
import { keyOf } from '../../hash.ts';
import type { PartPlan } from '../../search/gram/build.ts';
import { getsProofs } from '../../search/gram/make-proofs.ts';
import { inWorkers } from '../../workers/pool.ts';
import type { Context } from '../context.ts';
import { type Item, whole } from '../item.ts';
import type { Target } from '../target.ts';
import { AT_HAND, indexed, partsOf } from './parts.ts';

/** Part of the cache in which strings are kept. */
const CACHE = 'strings';

/** The strings that many articles of a segment hold, which its proofs are made of: found in workers beside those that invert. */
export const strings: Target<Item, null> = {
  name: 'strings',
  after: [],
  waitsFor: 'pause',
  isWanted: ({ share }) => !share,
  items: () => whole('strings', null),
  async make(_stale, context) {
    const cache = context.cache(CACHE);
    const { entries } = context.reading.archive;
    const stale = stringsOf(context).filter(({ key }) => !cache.has(key));
    cache.sweep();
    const tasks = stale.map(({ from, to, file }) => ({
      articles: entries.slice(from, to).map(indexed),
      file,
    }));
    const articles = tasks.reduce((sum, task) => sum + task.articles.length, 0);
    for await (const _ of inWorkers('strings', tasks, context, articles > AT_HAND));
    return { data: null };
  },
  data: z.null(),
};

/** The segments that get proofs, each with the key of everything its strings depend on and the file they are kept in. */
export function stringsOf(context: Context): (PartPlan & { key: string; file: string })[] {
  const segments = new Map<PartPlan['kind'], PartPlan & { keys: string[] }>();
  for (const { kind, from, to, key } of partsOf(context)) {
    const known = segments.get(kind);
    if (known) known.to = to;
    const segment = known ?? { kind, from, to, keys: [] };
    segment.keys.push(key);
    segments.set(kind, segment);
  }
  return [...segments.values()]
    .filter(({ from, to }) => getsProofs(to - from))
    .map(({ kind, from, to, keys }) => {
      const key = keyOf(context.key, ...keys);
      return { kind, from, to, key, file: context.cache(CACHE).file(key) };
    });
}
