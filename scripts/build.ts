import { buildAndTell, readFlags, run } from './cli.ts';

// npm run build -- --content DIR --out DIR [--strict] [--no-cache]
await run(async () => {
  const flags = readFlags();
  const { problems } = await buildAndTell(flags);
  return flags.strict && problems.some(({ severity }) => severity !== 'info') ? 1 : 0;
});
