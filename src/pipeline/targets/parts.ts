import { z } from 'zod';
import { keyOf } from '../../hash.ts';
import { type PartPlan, planParts } from '../../search/gram/build.ts';
import { SEGMENT_KINDS } from '../../search/gram/types.ts';
import { indexFields } from '../../search/index-fields.ts';
import type { Entry } from '../../types.ts';
import { inWorkers } from '../../workers/pool.ts';
import type { Context } from '../context.ts';
import { type Item, whole } from '../item.ts';
import type { Target } from '../target.ts';

/** Part of the cache in which parts of the index are kept. */
export const PARTS = 'parts';

/** Articles of changed segments up to which this process works on them: starting another takes longer. */
export const AT_HAND = 100;

const dataSchema = z.object({
  /** Kinds of segments that have a new part. */
  fresh: z.array(z.enum(SEGMENT_KINDS)),
});

/** Parts of the exact index: those that changed are inverted in worker processes, the others come from the cache. */
export const parts: Target<Item, z.infer<typeof dataSchema>> = {
  name: 'parts',
  after: [],
  // That has its process first: these take what is left.
  beside: ['strings'],
  waitsFor: 'pause',
  isWanted: ({ share }) => !share,
  items: () => whole('parts', null),
  async make(_stale, context) {
    const { progress, reading } = context;
    const cache = context.cache(PARTS);
    const planned = partsOf(context);
    const stale = planned.filter(({ key }) => !cache.has(key));
    cache.sweep();
    const tasks = stale.map(({ from, to, file }) => ({
      articles: reading.archive.entries.slice(from, to).map(indexed),
      file,
    }));
    const kinds = new Set(stale.map(({ kind }) => kind));
    using stage = progress.start('invert', lengthOf(stale));
    for await (const articles of inWorkers('invert', tasks, context)) stage.tick(articles);
    stage.done();
    return { data: { fresh: [...kinds] } };
  },
  data: dataSchema,
};

/** Articles of some parts. */
export const lengthOf = (plans: readonly PartPlan[]): number =>
  plans.reduce((sum, { from, to }) => sum + to - from, 0);

/** The parts of the index, each with the key of everything it depends on and the file it is kept in. */
export function partsOf({ reading, key, cache }: Context): (PartPlan & { key: string; file: string })[] {
  const { entries } = reading.archive;
  return planParts(entries.map(({ time }) => time?.date ?? '')).map((plan) => {
    const articles = entries.slice(plan.from, plan.to).map((entry) => entry.key);
    const own = keyOf(key, articles.join(''));
    return { ...plan, key: own, file: cache(PARTS).file(own) };
  });
}

/** An article as the index takes it. */
export const indexed = (entry: Entry) => ({ ...indexFields(entry), at: entry.at });
