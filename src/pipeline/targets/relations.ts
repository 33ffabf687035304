import { z } from 'zod';
import { type Item, whole } from '../item.ts';
import type { Target } from '../target.ts';

/** What articles have to do with one another, for the pages: found a little at a time, so that workers are heard meanwhile. It has no files. */
export const relations: Target<Item, null> = {
  name: 'relations',
  after: ['parts'],
  items: () => whole('relations', null),
  async make(_stale, { reading }, _before, slice) {
    for (const _ of reading.relating.steps()) if (slice.isOver()) await slice.next();
    return { data: null };
  },
  data: z.null(),
};
