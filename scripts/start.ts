import path from 'node:path';
import { say } from '../src/terminal.ts';
import { BUILD_FLAGS, buildAndTell } from './build-command.ts';
import { command } from './command.ts';
import { SERVER, serveAndTell } from './serve-command.ts';

// npm start: builds the website and serves it.
await command({ command: 'npm start --', flags: { ...BUILD_FLAGS, ...SERVER } }, async ({ values }) => {
  await buildAndTell(values);
  const { url } = await serveAndTell(path.resolve(values.out), values, false);
  say('', `${url} — Ctrl-C ends`);
  return 0;
});
