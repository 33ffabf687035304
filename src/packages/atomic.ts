import { mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { UserError } from '../errors.ts';

/** Faults of the disk, as Node and SQLite name them. */
const FAULTS: readonly [pattern: RegExp, sentence: string][] = [
  [/\bENOSPC\b|disk is full/, 'no space left on the disk; free some and try again'],
  // SQLite's own word for a write that failed does not say why.
  [/disk I\/O error/, 'writing failed, most likely for want of space; free some and try again'],
  [/\bEDQUOT\b/, 'the disk quota is used up; free some space and try again'],
  [/\b(?:EACCES|EPERM|EROFS)\b/, 'may not be written to'],
];

/**
 * Makes a file or folder under another name and gives it its own when it is complete: nobody takes half a package for one.
 * @param make writes to the path it is given
 * @throws {UserError} where the disk is full or may not be written to; what was there before stays
 */
export async function makeAtomically(
  target: string,
  make: (partial: string) => Promise<void>,
): Promise<string> {
  const partial = path.join(path.dirname(target), `.${path.basename(target)}.partial`);
  try {
    await rm(partial, { recursive: true, force: true });
    await mkdir(path.dirname(target), { recursive: true });
    await make(partial);
    await rm(target, { recursive: true, force: true });
    await rename(partial, target);
    return target;
  } catch (cause) {
    throw unwritable(cause, target);
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}

/** A fault that a person can do something about, as one sentence; any other error as it is. */
function unwritable(cause: unknown, target: string): unknown {
  if (!(cause instanceof Error) || cause instanceof UserError) return cause;
  const [, sentence] = FAULTS.find(([pattern]) => pattern.test(cause.message)) ?? [];
  return sentence ? new UserError(`${target}: ${sentence} (${cause.message})`, { cause }) : cause;
}
