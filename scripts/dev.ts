import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { watch } from 'chokidar';
import { UserError } from '../src/errors.ts';
import { build } from '../src/pipeline/build.ts';
import { problemLines } from '../src/pipeline/summary.ts';
import { createProgress } from '../src/progress.ts';
import { serve } from '../src/site/serve.ts';
import { FOLDERS } from './arguments.ts';
import { PORT, placesOf, portOf } from './build-command.ts';
import { command } from './command.ts';

/** What the pages are made of besides the articles. */
const OWN = ['layouts', 'src/styles', 'src/client'].map((dir) =>
  path.join(fileURLToPath(new URL('..', import.meta.url)), dir),
);
/** Milliseconds to wait for the next change before building: editors write a file in several steps. */
const QUIET = 80;
/** Milliseconds without a change after which the rest is brought up to date as well. */
const IDLE = 3_000;
// npm run dev: serves the site, and builds and reloads it on every change.
await command({ command: 'npm run dev --', flags: { ...FOLDERS, ...PORT } }, async ({ values }) => {
  const { contentDir, outDir, cacheDir } = placesOf({ ...values, 'no-cache': false });
  const progress = createProgress();
  const rebuild = async (defer: readonly ('pause' | 'build')[]): Promise<void> => {
    const started = performance.now();
    try {
      const summary = await build({ contentDir, outDir, cacheDir, progress, defer });
      for (const line of problemLines(summary)) progress.say(line);
      progress.say(`${summary.articles} articles in ${((performance.now() - started) / 1000).toFixed(1)} s`);
    } catch (error) {
      // A mistake in the settings is to be mended while the server goes on.
      if (!(error instanceof UserError)) throw error;
      progress.say(error.message);
    }
  };
  await rebuild(['build']);
  const server = await serve(outDir, portOf(values.port), true);
  let last = Promise.resolve();
  const inTurn = (work: () => Promise<void>) => () => {
    last = last.then(work);
  };
  let quiet: NodeJS.Timeout | undefined;
  let idle: NodeJS.Timeout | undefined;
  const pages = async (): Promise<void> => {
    await rebuild(['pause', 'build']);
    server.reload();
    clearTimeout(idle);
    idle = setTimeout(
      inTurn(() => rebuild(['build'])),
      IDLE,
    );
  };
  const changed = (): void => {
    clearTimeout(quiet);
    clearTimeout(idle);
    quiet = setTimeout(inTurn(pages), QUIET);
  };
  const watcher = watch([contentDir, ...OWN], { ignoreInitial: true, ignored: /(^|[/\\])\../ });
  watcher.on('all', changed);
  // Who reads the address may edit a file at once: by then it has to be watched.
  await new Promise<void>((resolve) => watcher.once('ready', () => resolve()));
  process.stdout.write(`${server.url} — Ctrl-C ends\n`);
  return undefined;
});
