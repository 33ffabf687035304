import type { ChildProcess } from 'node:child_process';
import diagnostics from 'node:diagnostics_channel';
import { setTimeout as wait } from 'node:timers/promises';
import { UserError } from '../errors.ts';

/** Bytes of memory Pagefind 1.6 takes for a character of text. */
export const BYTES_PER_CHAR = 350;

/** Milliseconds within which the end of a process is announced after its pipes broke. */
const ANNOUNCED = 2_000;

/** The way out of any trouble with Pagefind. */
export const REMEDY =
  'Set «search: { pagefind: off }» in archive.yml to build without word search; exact search does not need it.';

/**
 * Starts Pagefind's backend and keeps an eye on its process: Pagefind itself leaves its callers waiting for ever when the backend dies.
 * Node announces each child process on the channel `child_process`, which is how the backend's is found.
 * @returns the result of `start`, and a function that waits for an answer of the backend; it throws a {@link UserError} where the
 *   backend stops before it answers, or answers with errors
 */
export function watchBackend<T>(start: () => T): {
  result: T;
  answer: <A extends { errors: string[] }>(response: Promise<A>, what: string) => Promise<A>;
} {
  const children: ChildProcess[] = [];
  const note = (message: unknown) => {
    children.push((message as { process: ChildProcess }).process);
  };
  diagnostics.subscribe('child_process', note);
  let result: T;
  try {
    result = start();
  } finally {
    diagnostics.unsubscribe('child_process', note);
  }
  const stopped = new Promise<never>((_, reject) => {
    for (const child of children) {
      child.once('error', (cause) =>
        reject(
          new UserError(`Pagefind does not start on this machine (${cause.message}). ${REMEDY}`, { cause }),
        ),
      );
      child.once('exit', (code, signal) => reject(died(code, signal)));
    }
  });
  // The last exit is the one that `close` asks for, when nobody listens any more.
  stopped.catch(() => undefined);
  return {
    result,
    async answer(response, what) {
      const given = response.catch(async (cause: Error): Promise<never> => {
        // The pipe to a backend that dies breaks a moment before its end is announced, with the reason.
        await Promise.race([stopped, wait(ANNOUNCED)]);
        throw new UserError(`Pagefind: ${what}: ${cause.message}. ${REMEDY}`, { cause });
      });
      const got = await Promise.race([given, stopped]);
      if (got.errors.length > 0)
        throw new UserError(`Pagefind: ${what}: ${got.errors.join('; ')}. ${REMEDY}`);
      return got;
    },
  };
}

function died(code: number | null, signal: string | null): UserError {
  return new UserError(
    `Pagefind stopped before it was done (${signal ?? `exit code ${code}`}), most likely for want of memory: it takes about ${BYTES_PER_CHAR} bytes a character of text. ${REMEDY}`,
  );
}
