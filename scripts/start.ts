import { serve } from '../src/site/serve.ts';
import { buildAndTell, readFlags, run } from './cli.ts';

// npm start: builds content/ and serves it.
await run(async () => {
  const flags = readFlags();
  await buildAndTell(flags);
  const { url } = await serve(flags.outDir, flags.port, false);
  process.stdout.write(`\n${url} — Ctrl-C ends\n`);
  return 0;
});
