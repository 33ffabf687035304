import { z } from 'zod';
import { type Item, whole } from '../item.ts';
import type { Target } from '../target.ts';

/** What articles have to do with one another, for the pages: found in a process of its own. It has no files. */
export const relations: Target<Item, null> = {
  name: 'relations',
  after: [],
  items: () => whole('relations', null),
  async make(_stale, context) {
    await context.reading.relating.find(context);
    return { data: null };
  },
  data: z.null(),
};
