import { z } from 'zod';
import { keyOf } from '../../hash.ts';
import { keptListsSchema } from '../../related/kept-lists.ts';
import { programKey } from '../../version.ts';
import { type Item, whole } from '../item.ts';
import type { Target } from '../target.ts';

/** What articles have to do with one another, for the pages: found a little at a time, so that workers are heard meanwhile. It has no files. */
export const relations: Target<Item, null> = {
  name: 'relations',
  after: ['parts'],
  items: () => whole('relations', null),
  async make(_stale, { reading, cache }, _before, slice) {
    const kept = cache('relations');
    const key = keyOf(programKey());
    const known = keptListsSchema.safeParse(JSON.parse(kept.find(key)?.toString() ?? 'null'));
    const steps = reading.relating.steps(known.data ?? null);
    let step = steps.next();
    for (; !step.done; step = steps.next()) if (slice.isOver()) await slice.next();
    kept.put(key, Buffer.from(JSON.stringify(step.value)));
    kept.sweep();
    return { data: null };
  },
  data: z.null(),
};
