import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { watch } from 'chokidar';
import { UserError } from '../src/errors.ts';
import { build } from '../src/pipeline/build.ts';
import { createProgress } from '../src/pipeline/progress.ts';
import { problemLines } from '../src/pipeline/summary.ts';
import { serve } from '../src/site/serve.ts';
import { readFlags, run } from './cli.ts';

/** What the pages are made of besides the articles. */
const OWN = ['layouts', 'src/styles', 'src/client'].map((dir) =>
  path.join(fileURLToPath(new URL('..', import.meta.url)), dir),
);
/** Milliseconds to wait for the next change before building: editors write a file in several steps. */
const QUIET = 80;
/** Milliseconds without a change after which the rest is brought up to date as well. */
const IDLE = 3_000;
/**
 * What `npm run build` brings up to date: word search takes longer than anything else, and a page that was kept offline must not stand in the
 * way of the one that has just changed.
 */
const NEVER_NOW = ['pagefind', 'offline'];
/** What can wait until nobody types. */
const PAGES_FIRST = [...NEVER_NOW, 'search', 'certificate', 'exports'];

// npm run dev: serves the site, and builds and reloads it on every change.
await run(async () => {
  const { contentDir, outDir, cacheDir, port } = readFlags();
  const progress = createProgress();
  const rebuild = async (mayWait: readonly string[]): Promise<void> => {
    const started = performance.now();
    try {
      const summary = await build({ contentDir, outDir, cacheDir, progress, mayWait });
      for (const line of problemLines(summary)) progress.say(line);
      progress.say(`${summary.articles} articles in ${((performance.now() - started) / 1000).toFixed(1)} s`);
    } catch (error) {
      // A mistake in the settings is to be mended while the server goes on.
      if (!(error instanceof UserError)) throw error;
      progress.say(error.message);
    }
  };
  await rebuild(['offline']);
  const server = await serve(outDir, port, true);
  process.stdout.write(`${server.url} — Ctrl-C ends\n`);

  let last = Promise.resolve();
  const inTurn = (work: () => Promise<void>) => () => {
    last = last.then(work);
  };
  let quiet: NodeJS.Timeout | undefined;
  let idle: NodeJS.Timeout | undefined;
  const pages = async (): Promise<void> => {
    await rebuild(PAGES_FIRST);
    server.reload();
    clearTimeout(idle);
    idle = setTimeout(
      inTurn(() => rebuild(NEVER_NOW)),
      IDLE,
    );
  };
  const changed = (): void => {
    clearTimeout(quiet);
    clearTimeout(idle);
    quiet = setTimeout(inTurn(pages), QUIET);
  };
  watch([contentDir, ...OWN], { ignoreInitial: true, ignored: /(^|[/\\])\../ }).on('all', changed);
  return undefined;
});
