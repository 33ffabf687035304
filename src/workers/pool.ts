import { availableParallelism } from 'node:os';
import Tinypool from 'tinypool';
import { DamagedPack } from '../cache/store.ts';
import { UserError } from '../errors.ts';
import { workerModule } from './compiled.ts';

/**
 * Runs tasks in worker processes, one a core, and gives the results in the order of the tasks.
 * At most two tasks a worker wait at any time, so a long stream of tasks is never held in memory.
 * Tasks and results travel as JSON. A lone task runs in this process.
 * @param worker address of the TypeScript module whose default export is the task's function
 * @param count number of workers
 * @param fresh whether even a lone task needs a process of its own
 * @throws {UserError} where a worker is killed, which is what running out of memory looks like from outside
 */
export async function* inWorkers<Task, Result>(
  worker: URL,
  tasks: Iterable<Task>,
  count: number,
  fresh = false,
): AsyncGenerator<Result> {
  const { href, execArgv } = workerModule(worker);
  const queue = tasks[Symbol.iterator]();
  const first = queue.next();
  if (first.done) return;
  let next = queue.next();
  if (next.done && !fresh) {
    // A lone task gains nothing from a second process, and starting one costs more than most edits.
    const { default: work } = (await import(href)) as { default: (task: Task) => Promise<Result> };
    yield await work(first.value);
    return;
  }
  const pool = new Tinypool({
    filename: href,
    runtime: 'child_process',
    execArgv,
    env: definedOnly(process.env),
    minThreads: 1,
    maxThreads: count,
    idleTimeout: 60_000,
  });
  const running: Promise<Result>[] = [];
  const start = (task: Task): void => {
    const run = (pool.run(task) as Promise<Result>).catch((error: unknown) => {
      throw revive(error);
    });
    // A failure is thrown where its turn comes; until then it must not count as unhandled.
    run.catch(() => {});
    running.push(run);
  };
  try {
    for (start(first.value); !next.done; next = queue.next()) {
      start(next.value);
      if (running.length >= count * 2) yield (await running.shift()) as Result;
    }
    while (running.length) yield (await running.shift()) as Result;
  } finally {
    await pool.destroy();
  }
}

/** Bytes of memory the main process and one worker take at most, from what a build of 10,000 articles takes. */
const MAIN = 500e6;
const WORKER = 350e6;

/** How many workers fit: one a core, fewer where memory is bounded, one at least. */
export function workerCount(maxMemory: number | null): number {
  const cores = availableParallelism();
  return maxMemory === null ? cores : Math.max(1, Math.min(cores, Math.floor((maxMemory - MAIN) / WORKER)));
}

/** An error that crossed a process border arrives as a plain object. */
function revive(error: unknown): Error {
  const { name, message, stack } = error as Partial<Error>;
  if (name === 'UserError') return new UserError(message);
  if (name === 'DamagedPack') return new DamagedPack(message);
  if (/exited unexpectedly/.test(message ?? ''))
    return new UserError(
      'A worker process was stopped, most likely for want of memory. Close other programs, or give Node more with NODE_OPTIONS=--max-old-space-size=4096, and build again.',
    );
  const revived = new Error(message ?? String(error), { cause: error });
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
