import { z } from 'zod';
import { type Item, whole } from '../item.ts';
import { planKey, SHARD_FILE, shardText } from '../shard.ts';
import type { Target } from '../target.ts';

/** The file by which the merge knows a shard. */
export const shard: Target<Item, null> = {
  name: 'shard',
  after: ['pages'],
  isWanted: ({ share }) => share !== undefined,
  items: () => whole('shard', null, SHARD_FILE),
  async make(_stale, { share, plan, tree }) {
    if (share) tree.write(SHARD_FILE, shardText(share, planKey(plan())));
    return { data: null };
  },
  data: z.null(),
};
