import { UserError } from '../errors.ts';

/** Faults of the disk, as Node and SQLite name them. */
const FAULTS: readonly [pattern: RegExp, sentence: string][] = [
  [/\bENOSPC\b|disk is full/, 'no space left on the disk; free some and try again'],
  // SQLite's own word for a write that failed does not say why.
  [/disk I\/O error/, 'writing failed, most likely for want of space; free some and try again'],
  [/\bEDQUOT\b/, 'the disk quota is used up; free some space and try again'],
  [/\b(?:EACCES|EPERM|EROFS)\b/, 'may not be written to'],
];

/** A fault that a person can do something about, as one sentence; null for any other error. */
export function unwritable(cause: unknown, target: string): UserError | null {
  if (!(cause instanceof Error) || cause instanceof UserError) return null;
  const [, sentence] = FAULTS.find(([pattern]) => pattern.test(cause.message)) ?? [];
  return sentence ? new UserError(`${target}: ${sentence} (${cause.message})`, { cause }) : null;
}
