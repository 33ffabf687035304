import path from 'node:path';
import { UserError } from '../src/errors.ts';
import { openShards } from '../src/pipeline/shard.ts';
import { buildAndTell, readFlags, run } from './cli.ts';

// npm run merge -- --content DIR --out DIR SHARD_DIR…: joins what n runs of `npm run build -- --shard i/n` rendered into one site.
await run(async () => {
  const flags = readFlags(true);
  if (flags.share) throw new UserError('Unexpected --shard, expected it with npm run build only');
  const { problems } = await buildAndTell(flags, openShards(flags.names.map((dir) => path.resolve(dir))));
  return flags.strict && problems.some(({ severity }) => severity !== 'info') ? 1 : 0;
});
