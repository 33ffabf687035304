import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { watch } from 'chokidar';
import type { HeldReadings } from '../src/cache/articles.ts';
import { build } from '../src/pipeline/build.ts';
import { MARKER } from '../src/pipeline/output.ts';
import { problemLines } from '../src/pipeline/summary.ts';
import { createProgress } from '../src/progress.ts';
import type { Serving } from '../src/site/serve.ts';
import { say } from '../src/terminal.ts';
import { FOLDERS } from './arguments.ts';
import { placesOf } from './build-command.ts';
import { explain } from './cli.ts';
import { command } from './command.ts';
import { SERVER, serveAndTell } from './serve-command.ts';

/** Folders and files the pages are made of besides the articles. */
const OWN = ['layouts', 'src/styles', 'src/client'].map((dir) =>
  path.join(fileURLToPath(new URL('..', import.meta.url)), dir),
);
/** Milliseconds to wait for the next change before building: editors write a file in several steps. */
const QUIET = 80;
/** Milliseconds without a change after which the rest is brought up to date as well. */
const IDLE = 3_000;
// npm run dev: serves the site, and builds and reloads it on every change.
await command({ command: 'npm run dev --', flags: { ...FOLDERS, ...SERVER } }, async ({ values }) => {
  const { contentDir, outDir, cacheDir } = placesOf({ ...values, 'no-cache': false });
  const progress = createProgress();
  const complainOf = (error: unknown) => {
    for (const line of explain(error).split('\n')) progress.say(line);
  };
  let server: Serving | undefined;
  const held: HeldReadings = new Map();
  const rebuild = async (defer: readonly ('pause' | 'build')[]): Promise<void> => {
    const started = performance.now();
    try {
      const summary = await build({ contentDir, outDir, cacheDir, progress, defer, held });
      for (const line of problemLines(summary)) progress.say(line);
      progress.say(`${summary.articles} articles in ${((performance.now() - started) / 1000).toFixed(1)} s`);
    } catch (error) {
      // Whatever it is can be mended while the server goes on with what was built last.
      complainOf(error);
    }
    // A folder of somebody else's, named by mistake, is not shown to anybody.
    if (server || !mayBeShown(outDir)) return;
    server = await serveAndTell(outDir, values, true);
  };
  await rebuild(['build']);
  const tellWhere = () => say(server ? `${server.url} — Ctrl-C ends` : 'Waiting for a change — Ctrl-C ends');
  let last = Promise.resolve();
  const inTurn = (work: () => Promise<void>) => () => {
    last = last.then(work).catch(complainOf);
  };
  let quiet: NodeJS.Timeout | undefined;
  let idle: NodeJS.Timeout | undefined;
  const pages = async (): Promise<void> => {
    const before = server;
    await rebuild(['pause', 'build']);
    server?.reload();
    if (!before) tellWhere();
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
  // The folder above is watched as well: the articles' own may be deleted and come back.
  const above = path.dirname(contentDir);
  const isOther = (file: string) => file !== above && ![contentDir, ...OWN].some((dir) => isIn(dir, file));
  const watcher = watch([above, ...OWN], { ignoreInitial: true, ignored: isOther });
  watcher.on('all', changed);
  watcher.on('error', complainOf);
  // Who reads the address may edit a file at once: by then it has to be watched.
  await new Promise<void>((resolve) => watcher.once('ready', () => resolve()));
  tellWhere();
  return undefined;
});

/** True for a folder and what is in it, but for hidden files. */
function isIn(dir: string, file: string): boolean {
  const inside = path.relative(dir, file);
  return !path.isAbsolute(inside) && !inside.split(path.sep).some((name) => name.startsWith('.'));
}

/** True for the output of an earlier build, and for a folder in which nothing is yet. */
function mayBeShown(dir: string): boolean {
  try {
    return existsSync(path.join(dir, MARKER)) || readdirSync(dir).length === 0;
  } catch {
    return !existsSync(dir);
  }
}
