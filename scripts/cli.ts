import { availableParallelism } from 'node:os';
import { UserError } from '../src/errors.ts';
import { complain } from '../src/terminal.ts';

/** Runs a command: the one place where errors are caught. */
export async function run(command: () => Promise<number | undefined>): Promise<void> {
  try {
    process.exitCode = (await command()) ?? 0;
  } catch (error) {
    process.exitCode = 1;
    complain(explain(error));
  }
}

/** Words of the file system where the disk, or somebody's share of it, is full; errors of worker processes keep their words only. */
const FULL = /\b(?:ENOSPC|EDQUOT)\b.*/;

/** An error in words: a person's mistake as it is, a fault of ours with its stack. */
export function explain(error: unknown): string {
  if (error instanceof UserError) return error.message;
  const full = FULL.exec(messages(error));
  if (full)
    return `The disk is full (${full[0]}): make room and start again. What was published before is as it was, and what was being made is removed.`;
  const memory = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  if (memory)
    return `Out of memory with ${availableParallelism()} workers: give Node more with NODE_OPTIONS=--max-old-space-size=4096, or close other programs.`;
  return `This should not have happened; please report it:\n${error instanceof Error ? error.stack : String(error)}`;
}

/** Messages of an error and of the errors behind it. */
const messages = (error: unknown): string =>
  error instanceof Error ? `${error.message}\n${messages(error.cause)}` : String(error);
