import type { FileReading } from '../cache/articles.ts';
import { UserError } from '../errors.ts';
import type { SourceFile } from '../files/scan.ts';
import { takePlace } from '../workers/place.ts';
import { DIED } from '../workers/pool.ts';
import type { ReadTask } from '../workers/read-worker.ts';

/** Shares to read again after a process died, and the file that is set aside, where it was alone. */
interface AfterDeath {
  alone: [SourceFile, FileReading] | null;
  rest: SourceFile[][];
}

/**
 * Decides what is read again of the files of a dead process: the one it was at alone, those before and behind it each together, for they may
 * have filled its memory. A file that ends a process it has to itself is set aside.
 * @throws {UserError} where the process died before it came to a file
 */
export function afterDeath({ pack }: Pick<ReadTask, 'pack'>, files: readonly SourceFile[]): AfterDeath {
  const place = takePlace(pack.file);
  const culprit = place && files[place.number];
  if (!culprit) throw new UserError(DIED);
  if (files.length === 1) return { alone: [culprit, fatal(culprit.file, place.hash)], rest: [] };
  const rest = [[culprit], files.slice(0, place.number), files.slice(place.number + 1)];
  return { alone: null, rest: rest.filter(({ length }) => length > 0) };
}

const fatal = (file: string, hash: string): FileReading => ({
  file,
  reading: null,
  problems: [
    {
      file,
      line: 0,
      column: 0,
      severity: 'error',
      rule: 'reader-died',
      message:
        'Unexpected end of the process that read this file (out of memory, or killed), expected an article; the file is left out: shorten or split it, and please report it',
    },
  ],
  repairs: null,
  fatal: hash,
});
