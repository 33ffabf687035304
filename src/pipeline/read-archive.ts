import type { Archive } from '../archive/archive.ts';
import { catalogue } from '../archive/catalogue.ts';
import { readTopics, topicFinder } from '../archive/topics.ts';
import type { Span } from '../cache/article-pack.ts';
import type { ArticleCache, FileReading } from '../cache/articles.ts';
import { DamagedCache } from '../cache/cache-file.ts';
import type { Scan, SourceFile } from '../files/scan.ts';
import { keyOf } from '../hash.ts';
import { locales } from '../locales/index.ts';
import type { Progress } from '../progress.ts';
import type { Settings } from '../settings.ts';
import type { Problem, ReadOptions } from '../types.ts';
import { programKey } from '../version.ts';
import { batches, inWorkers, type Workforce } from '../workers/pool.ts';
import type { ReadTask } from '../workers/read-worker.ts';
import { afterDeath } from './after-death.ts';
import { sortedProblems } from './problems.ts';

/** Repairs of a file: how many by rule, and where in which pack the rest stands, which few ask for. */
export interface FileRepairs {
  file: string;
  counts: Readonly<Record<string, number>>;
  pack: string;
  line: Span;
}

/** An archive, read and in order: everything a build needs before it writes the first page. */
export interface ArchiveReading {
  archive: Archive;
  problems: Problem[];
  /** In the order of the files. */
  repairs: FileRepairs[];
}

/** The work of reading: where, by which settings, with what earlier builds left. */
export interface ReadWork extends Workforce, Scan {
  contentDir: string;
  settings: Settings;
  cache: ArticleCache;
  progress: Progress;
}

/**
 * The first half of every build: reads what changed and puts all articles in their places.
 * @throws {UserError} where the topics file cannot be used
 */
export async function readArchive(work: ReadWork): Promise<ArchiveReading> {
  const topics = topicFinder(await readTopics(work.contentDir));
  const read = await readFiles(work);
  const readings = read.map(({ reading }) => reading).filter((reading) => reading !== null);
  const { archive, problems: found } = catalogue(readings, work.settings, topics);
  return {
    archive,
    problems: sortedProblems([...read.flatMap((result) => result.problems), ...found, ...work.problems]),
    repairs: read.flatMap(({ file, reading, repairs }): FileRepairs[] =>
      reading && repairs
        ? [{ file, counts: reading.repairCounts, pack: reading.at.pack, line: repairs }]
        : [],
    ),
  };
}

/** Articles a task: enough to pay for the message, few enough to share the work evenly. */
const SHARE = 250;

/** Bytes of articles that this process reads itself: starting another takes longer. */
const AT_HAND = 256 << 10;

/** Reads all files, those that changed in worker processes, the others from the cache; then keeps everything for the next build. */
async function readFiles(work: ReadWork): Promise<FileReading[]> {
  const { contentDir, files, settings, cache, progress } = work;
  const found = cache.load(contentDir, files);
  progress.start('read', files.length);
  progress.tick(found.size);
  const stale = files.filter(({ file }) => !found.has(file));
  // An article may end the process that reads it: not this one, but for the few that somebody edits.
  const fresh = found.size === 0 || stale.reduce((sum, { size }) => sum + size, 0) > AT_HAND;
  const keep = (results: readonly FileReading[]): void => {
    for (const result of results) found.set(result.file, result);
    progress.tick(results.length);
  };
  for (let shares = [...batches(stale, SHARE)], again = false; shares.length > 0; again = true) {
    const left: SourceFile[][] = [];
    const tasks = shares.map((share) => ({
      contentDir,
      files: share.map(({ file }) => file),
      options: readOptions(settings),
      pack: cache.newPack(share),
    }));
    const onDeath = (task: ReadTask): void => {
      const { alone, rest } = afterDeath(task, shares[tasks.indexOf(task)] ?? []);
      left.push(...rest);
      if (!alone) return;
      cache.addAlone(...alone);
      keep([alone[1]]);
    };
    for await (const pack of inWorkers('read', tasks, work, fresh || again, onDeath)) {
      const results = cache.add(pack);
      if (results.length === 0)
        throw new DamagedCache('a pack of articles was damaged while it was being made');
      keep(results);
    }
    shares = left;
  }
  progress.done();
  cache.save(files);
  return files.map(({ file }) => found.get(file)).filter((reading) => reading !== undefined);
}

/** The part of the settings that reading depends on. */
const readOptions = (settings: Settings): ReadOptions => ({
  timeZone: settings.timeZone,
  images: settings.images,
  lineBreaks: settings.lineBreaks,
  strings: locales[settings.language].reading,
  cleanOff: Object.entries(settings.clean)
    .filter(([, on]) => !on)
    .map(([rule]) => rule)
    .sort(),
});

/** Key of what all readings depend on besides the files: the program, and what the settings say about reading. */
export const readKey = (settings: Settings): string =>
  keyOf(programKey(), JSON.stringify(readOptions(settings)));
