import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { watch } from 'chokidar';
import { build } from '../src/build/build.ts';
import { createProgress } from '../src/build/progress.ts';
import { problemLines } from '../src/build/summary.ts';
import { UserError } from '../src/errors.ts';
import { serve } from '../src/site/serve.ts';
import { readFlags, run } from './cli.ts';

/** What the pages are made of besides the articles. */
const OWN = ['layouts', 'src/styles', 'src/client'].map((dir) =>
  path.join(fileURLToPath(new URL('..', import.meta.url)), dir),
);
/** Milliseconds to wait for the next change before building: editors write a file in several steps. */
const QUIET = 80;

// npm run dev: serves the site, and builds and reloads it on every change.
await run(async () => {
  const { contentDir, outDir, cacheDir, port } = readFlags();
  const progress = createProgress();
  let first = true;
  const rebuild = async (): Promise<void> => {
    const started = performance.now();
    try {
      const summary = await build({
        contentDir,
        outDir,
        cacheDir,
        progress,
        // A page that was kept must not stand in the way of the one that has just changed.
        mayWait: first ? ['offline'] : ['pagefind', 'offline'],
      });
      // Word search takes longer than anything else: it is brought up to date by the next `npm run build`.
      first = false;
      for (const line of problemLines(summary)) progress.say(line);
      progress.say(`${summary.articles} articles in ${((performance.now() - started) / 1000).toFixed(1)} s`);
    } catch (error) {
      // A mistake in the settings is to be mended while the server goes on.
      if (!(error instanceof UserError)) throw error;
      progress.say(error.message);
    }
  };
  await rebuild();
  const server = await serve(outDir, port, true);
  process.stdout.write(`${server.url} — Ctrl-C ends\n`);

  let last = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  const changed = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      last = last.then(rebuild).then(() => server.reload());
    }, QUIET);
  };
  watch([contentDir, ...OWN], { ignoreInitial: true, ignored: /(^|[/\\])\../ }).on('all', changed);
  return undefined;
});
