import type { ArticleCache } from '../cache/articles.ts';
import { DamagedPack } from '../cache/store.ts';
import type { ReadOptions } from '../types.ts';
import type { MemoryMeter } from '../workers/memory.ts';
import { batches, inWorkers } from '../workers/pool.ts';
import type { FileReading, ReadOutcome, ReadTask } from '../workers/read-worker.ts';
import type { Progress } from './progress.ts';
import type { SourceFile } from './scan.ts';

/** Articles a task: enough to pay for the message, few enough to share the work evenly. */
const SHARE = 250;

/**
 * Reads all files, those that changed in worker processes, the others from the cache; then keeps everything for the next build.
 * @returns in the order of `files`
 */
export async function readAll(
  contentDir: string,
  files: readonly SourceFile[],
  options: ReadOptions,
  cache: ArticleCache,
  progress: Progress,
  memory: MemoryMeter,
  workers: number,
): Promise<FileReading[]> {
  const found = cache.load(contentDir, files);
  const missing = files.filter(({ file }) => !found.has(file)).map(({ file }) => file);
  progress.start('read', files.length);
  progress.tick(found.size);
  if (missing.length) {
    const shares = [...batches(missing, SHARE)];
    const packs = cache.newPacks(shares.length);
    const tasks = packs.map(
      (pack, number): ReadTask => ({ contentDir, files: shares[number] ?? [], options, pack }),
    );
    const worker = new URL('../workers/read-worker.ts', import.meta.url);
    for await (const { pack, files: read, peak } of inWorkers<ReadTask, ReadOutcome>(
      worker,
      tasks,
      workers,
    )) {
      const results = cache.add(pack);
      if (results.length !== read)
        throw new DamagedPack(`${pack.list}: Unexpected ${results.length} articles, expected ${read}`);
      for (const result of results) found.set(result.file, result);
      memory.note(peak);
      progress.tick(results.length);
    }
  }
  progress.done();
  const readings = files.map(({ file }) => found.get(file)).filter((reading) => reading !== undefined);
  cache.save(files);
  return readings;
}
