import path from 'node:path';
import type { Problem, Reading, ReadOptions } from '../types.ts';
import type { FileRepairs } from './ledger.ts';
import { batches, inWorkers } from './pool.ts';
import type { ReadOutcome, ReadTask } from './read-worker.ts';

/** Articles a task: enough to pay for the message, few enough to share the work evenly. */
const SHARE = 250;

/** All articles, read. */
export interface ReadResults {
  readings: Reading[];
  problems: Problem[];
  repairs: FileRepairs[];
}

/**
 * Reads all files in worker threads; bodies go to pack files in `packDir`.
 * @param onProgress called with the number of files just done
 */
export async function readAll(
  contentDir: string,
  files: readonly string[],
  options: ReadOptions,
  packDir: string,
  onProgress: (done: number) => void,
): Promise<ReadResults> {
  const results: ReadResults = { readings: [], problems: [], repairs: [] };
  const tasks = [...batches(files, SHARE)].map(
    (share, number): ReadTask => ({
      contentDir,
      files: share,
      options,
      pack: path.join(packDir, `${number}.pack`),
    }),
  );
  const worker = new URL('./read-worker.ts', import.meta.url);
  let next = 0;
  for await (const outcome of inWorkers<ReadTask, ReadOutcome>(worker, tasks)) {
    for (const reading of outcome.readings) results.readings.push(reading);
    for (const problem of outcome.problems) results.problems.push(problem);
    for (const repair of outcome.repairs) results.repairs.push(repair);
    onProgress(tasks[next++]?.files.length ?? 0);
  }
  return results;
}
