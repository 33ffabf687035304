import { parseShare } from '../src/pipeline/shard.ts';
import { BUILD_FLAGS, buildAndTell, exitCode, STRICT } from './build-command.ts';
import { command } from './command.ts';

// npm run build: builds the website.
await command(
  {
    command: 'npm run build --',
    flags: {
      ...BUILD_FLAGS,
      ...STRICT,
      shard: { type: 'string', value: 'i/n', help: 'render one of n parts of the pages, for npm run merge' },
    },
  },
  async ({ values }) => {
    const share = values.shard === undefined ? undefined : parseShare(values.shard);
    return exitCode(values.strict, (await buildAndTell(values, { share })).problems);
  },
);
