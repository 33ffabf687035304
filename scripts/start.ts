import path from 'node:path';
import { serve } from '../src/site/serve.ts';
import { BUILD_FLAGS, buildAndTell, PORT, portOf } from './build-command.ts';
import { command } from './command.ts';

// npm start: builds the website and serves it.
await command({ command: 'npm start --', flags: { ...BUILD_FLAGS, ...PORT } }, async ({ values }) => {
  await buildAndTell(values);
  const { url } = await serve(path.resolve(values.out), portOf(values.port), false);
  process.stdout.write(`\n${url} — Ctrl-C ends\n`);
  return 0;
});
