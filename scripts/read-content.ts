import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ArticleCache } from '../src/cache/articles.ts';
import { Cache } from '../src/cache/cache.ts';
import { type Scan, scan } from '../src/files/scan.ts';
import { type ArchiveReading, readArchive, readKey } from '../src/pipeline/read-archive.ts';
import { createProgress } from '../src/progress.ts';
import { readSettings, type Settings } from '../src/settings.ts';
import { MemoryMeter } from '../src/workers/memory.ts';
import { workerCount } from '../src/workers/pool.ts';

/** What a content folder holds, as a command sees it that builds nothing. */
interface Content {
  contentDir: string;
  settings: Settings;
  found: Scan;
  reading: ArchiveReading;
}

/**
 * Reads a content folder into a folder of its own, which goes when the work is done.
 * @param folder as the command line has it
 */
export async function withContent<T>(folder: string, work: (content: Content) => T | Promise<T>): Promise<T> {
  const contentDir = path.resolve(folder);
  const settings = await readSettings(contentDir);
  const workDir = mkdtempSync(path.join(tmpdir(), 'jiuwen-'));
  try {
    const found = scan(contentDir, settings.ignore);
    const reading = await readArchive({
      contentDir,
      ...found,
      settings,
      cache: new ArticleCache(new Cache(path.join(workDir, 'articles')), readKey(settings)),
      mediaCache: new Cache(path.join(workDir, 'media')),
      studyCache: null,
      progress: createProgress(),
      memory: new MemoryMeter(),
      workers: workerCount(null),
    });
    return await work({ contentDir, settings, found, reading });
  } finally {
    rmSync(workDir, { recursive: true, force: true });
  }
}
