import { availableParallelism } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import Tinypool from 'tinypool';
import { DamagedCache } from '../cache/cache-file.ts';
import { SourceGone, UserError } from '../errors.ts';
import type invertTask from './invert-worker.ts';
import type joinTask from './join-worker.ts';
import type { Done, MemoryMeter } from './memory.ts';
import type readTask from './read-worker.ts';
import type renderTask from './render-worker.ts';
import type stringsTask from './strings-worker.ts';
import type studyTask from './study-worker.ts';

declare global {
  /** Folder of the compiled program, put in by `scripts/run.js`; undefined where it runs from its sources. */
  var jiuwenCompiled: string | undefined;
}

/** Tasks of worker processes: each is a module of this folder, `<name>-worker.ts`. */
interface Tasks {
  read: typeof readTask;
  study: typeof studyTask;
  invert: typeof invertTask;
  strings: typeof stringsTask;
  join: typeof joinTask;
  render: typeof renderTask;
}
type Input<Name extends keyof Tasks> = Parameters<Tasks[Name]>[0];
type Result<Name extends keyof Tasks> = Awaited<ReturnType<Tasks[Name]>>['result'];

/** Who works: at most so many processes, whose memory is counted, and one at least of each kind of task that is under way. */
export interface Workforce {
  workers: number;
  memory: MemoryMeter;
}

/**
 * Runs tasks in worker processes and gives the results in the order of the tasks.
 * At most two tasks a worker wait at any time, so a long stream of tasks is never held in memory.
 * Tasks and results travel as JSON. A lone task runs in this process.
 * @param fresh whether even a lone task needs a process of its own
 * @param onDeath told a task whose worker was killed, which is what running out of memory looks like from outside; it has no result
 * @throws {UserError} where a worker is killed and nobody wants to be told
 */
export async function* inWorkers<Name extends keyof Tasks>(
  name: Name,
  tasks: Iterable<Input<Name>>,
  { workers, memory }: Workforce,
  fresh = false,
  onDeath?: (input: Input<Name>) => void,
): AsyncGenerator<Result<Name>> {
  const { href, execArgv } = workerModule(`${name}-worker`);
  const queue = tasks[Symbol.iterator]();
  const first = queue.next();
  if (first.done) return;
  let next = queue.next();
  if (next.done && !fresh) {
    // A lone task gains nothing from a second process, and starting one costs more than most edits.
    const { default: work }: { default: (input: Input<Name>) => Promise<Done<Result<Name>>> } = await import(
      href
    );
    yield (await work(first.value)).result;
    return;
  }
  const pool = new Tinypool({
    filename: href,
    runtime: 'child_process',
    execArgv,
    env: definedOnly(process.env),
    minThreads: 1,
    maxThreads: workers,
    idleTimeout: 60_000,
  });
  const pids = new Set<number>();
  const running: Promise<Done<Result<Name>> | null>[] = [];
  /** Tasks of these that are with workers, or wait for one. */
  let own = 0;
  /** Most of them: none waits where processes are busy with other tasks. */
  const room = (): number => {
    const others = memory.atWork - own;
    return others > 0 ? Math.max(1, workers - others) : workers * 2;
  };
  const start = (input: Input<Name>): void => {
    own++;
    memory.atWork++;
    const run = pool
      .run(input)
      .catch((error: unknown) => {
        if (!onDeath || !isDeath(error)) throw revive(error);
        onDeath(input);
        return null;
      })
      .finally(() => {
        own--;
        memory.atWork--;
      });
    // A failure is thrown where its turn comes; until then it must not count as unhandled.
    run.catch(() => {});
    running.push(run);
  };
  try {
    start(first.value);
    for (;;) {
      for (; !next.done && own < room() && running.length < workers * 2; next = queue.next())
        start(next.value);
      const run = running.shift();
      if (!run) break;
      const done = await run;
      if (!done) continue;
      memory.add(done);
      pids.add(done.pid);
      yield done.result;
    }
  } finally {
    await pool.destroy();
    memory.gone(pids);
  }
}

/** Where a module of this folder stands that worker processes are started with, and Node's flags for it. */
function workerModule(name: string): { href: string; execArgv: string[] } {
  const compiled = globalThis.jiuwenCompiled;
  if (compiled)
    return { href: pathToFileURL(path.join(compiled, 'src/workers', `${name}.js`)).href, execArgv: [] };
  const { href } = new URL(`./${name}.ts`, import.meta.url);
  // The loader is named by its place, so that the folder a build is started in does not matter.
  return { href, execArgv: ['--import', import.meta.resolve('tsx')] };
}

/** Bytes of memory the main process and one worker take at most, from what a build of 10,000 articles takes. */
const MAIN = 500e6;
const WORKER = 350e6;

/** How many workers fit: one a core, fewer where memory is bounded, one at least. */
export function workerCount(maxMemory: number | null): number {
  const cores = availableParallelism();
  return maxMemory === null ? cores : Math.max(1, Math.min(cores, Math.floor((maxMemory - MAIN) / WORKER)));
}

/** Said where a worker is gone and nobody knows why. */
export const DIED =
  'A worker process was stopped, most likely for want of memory. Close other programs, or give Node more with NODE_OPTIONS=--max-old-space-size=4096, and build again.';

/** True for what Tinypool says of a process that ended in the middle of a task. */
const isDeath = (error: unknown): boolean =>
  error instanceof Error && /exited unexpectedly|EPIPE|channel closed/i.test(error.message);

/** An error that crossed a process border arrives as a plain object. */
function revive(error: unknown): Error {
  const { name, message = String(error), stack }: Partial<Error> = error instanceof Object ? error : {};
  if (name === 'UserError') return new UserError(message);
  if (name === 'DamagedCache') return new DamagedCache(message);
  if (name === 'SourceGone') return new SourceGone(message);
  if (isDeath(error)) return new UserError(DIED);
  const revived = new Error(message, { cause: error });
  if (stack) revived.stack = stack;
  return revived;
}

const definedOnly = (env: NodeJS.ProcessEnv): Record<string, string> =>
  Object.fromEntries(Object.entries(env).filter((pair): pair is [string, string] => pair[1] !== undefined));

/** Cuts a stream into lists of at most `size`. */
export function* batches<T>(items: Iterable<T>, size: number): Generator<T[]> {
  let batch: T[] = [];
  for (const item of items) {
    batch.push(item);
    if (batch.length === size) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length) yield batch;
}
