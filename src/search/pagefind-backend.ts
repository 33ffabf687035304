import type { ChildProcess } from 'node:child_process';
import diagnostics from 'node:diagnostics_channel';
import { setTimeout as wait } from 'node:timers/promises';
import { UserError } from '../errors.ts';
import { grouped } from '../locales/grouped.ts';
import { clip } from '../text/clip.ts';

/** Milliseconds within which the end of a process is announced after its pipes broke. */
const ANNOUNCED = 2_000;

/** The way out of any trouble with Pagefind. */
const REMEDY =
  'Build again, or set «search: { pagefind: off }» in archive.yml to build without word search; exact search does not need it.';

/** How long an answer is waited for: milliseconds in any case, and for each character of text that it is about. */
export interface Patience {
  always: number;
  perChar: number;
}

/** Pagefind takes 0.004 to 0.015 milliseconds a character: a machine may be busy, and thirty times slower. */
export const PATIENCE: Patience = { always: 60_000, perChar: 0.3 };

/** Waits for an answer of the backend about some characters of text. */
type Answer = <A extends { errors: string[] }>(
  response: Promise<A>,
  what: string,
  chars?: number,
) => Promise<A>;

/**
 * Starts Pagefind's backend and keeps an eye on its process: Pagefind itself leaves its callers waiting for ever when the backend dies or stands
 * still. Node announces each child process on the channel `child_process`, which is how the backend's is found.
 * @returns the result of `start`, a function that waits for an answer of the backend, and one that ends its process; waiting throws a
 *   {@link UserError} where the backend stops before it answers, does not answer in time, or answers with errors
 */
export function watchBackend<T>(
  start: () => T,
  patience: Patience,
): { result: T; answer: Answer; end: () => void } {
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
  // A process that stands still heeds no other signal.
  const end = (): void => {
    for (const child of children) child.kill('SIGKILL');
  };
  return {
    result,
    end,
    async answer(response, what, chars = 0) {
      const given = response.catch(async (cause: Error): Promise<never> => {
        // The pipe to a backend that dies breaks a moment before its end is announced, with the reason.
        await Promise.race([stopped, wait(ANNOUNCED)]);
        throw new UserError(`Pagefind: ${what}: ${clip(cause.message)}. ${REMEDY}`, { cause });
      });
      // Where the bound has ended the race, nobody asks any more.
      given.catch(() => undefined);
      const bound = patience.always + chars * patience.perChar;
      const timer = new AbortController();
      const late = wait(bound, undefined, { signal: timer.signal }).then(() => {
        throw new UserError(
          `Pagefind: ${what}: no answer within ${grouped(Math.ceil(bound / 1000))} s, expected one long before. ${REMEDY}`,
        );
      });
      try {
        const got = await Promise.race([given, stopped, late]);
        if (got.errors.length > 0)
          throw new UserError(`Pagefind: ${what}: ${got.errors.join('; ')}. ${REMEDY}`);
        return got;
      } finally {
        late.catch(() => undefined);
        timer.abort();
      }
    },
  };
}

function died(code: number | null, signal: string | null): UserError {
  return new UserError(
    `Pagefind stopped before it was done (${signal ?? `exit code ${code}`}), perhaps for want of memory: it takes up to 1.4 GB. ${REMEDY}`,
  );
}
