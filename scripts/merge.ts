import path from 'node:path';
import { openShards } from '../src/pipeline/shard.ts';
import { BUILD_FLAGS, buildAndTell, exitCode, STRICT } from './build-command.ts';
import { command } from './command.ts';

// npm run merge: joins what n runs of `npm run build -- --shard i/n` rendered into one site.
await command(
  {
    command: 'npm run merge --',
    names: { usage: 'SHARD_DIR…', least: 1, most: Number.POSITIVE_INFINITY },
    flags: { ...BUILD_FLAGS, ...STRICT },
  },
  async ({ values, names }) => {
    const shards = openShards(names.map((dir) => path.resolve(dir)));
    return exitCode(values.strict, (await buildAndTell(values, { shards })).problems);
  },
);
