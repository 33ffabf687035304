import type { Archive } from '../archive/archive.ts';
import { catalogue } from '../archive/catalogue.ts';
import { readTopics, topicFinder } from '../archive/topics.ts';
import type { ArticleCache } from '../cache/articles.ts';
import { type FileRepairs, RepairReader } from '../cache/repair-texts.ts';
import type { Facts } from '../pages/facts.ts';
import { pagefindPlan } from '../search/pagefind.ts';
import type { Settings } from '../settings.ts';
import type { Problem, ReadOptions } from '../types.ts';
import type { MemoryMeter } from '../workers/memory.ts';
import { Ledger } from './ledger.ts';
import type { Progress } from './progress.ts';
import { readAll } from './read.ts';
import { countByRule, sortedProblems } from './report.ts';
import type { SourceFile } from './scan.ts';

/** An archive, read and in order: everything a build needs before it writes the first page. */
export interface Prepared {
  archive: Archive;
  facts: Facts;
  problems: Problem[];
  /** In the order of the files. */
  repairs: FileRepairs[];
  /** Reads their texts. */
  repairTexts: RepairReader;
  pagefind: { build: boolean; reason: string };
}

/** What preparing needs from its caller. */
export interface Preparation {
  contentDir: string;
  files: readonly SourceFile[];
  settings: Settings;
  cache: ArticleCache;
  progress: Progress;
  memory: MemoryMeter;
  /** Number of worker processes. */
  workers: number;
}

/**
 * The first half of every build: reads what changed and puts all articles in their places.
 * @throws {UserError} where the topics file cannot be used
 */
export async function prepare(preparation: Preparation): Promise<Prepared> {
  const { contentDir, files, settings, cache, progress, memory, workers } = preparation;
  const topics = topicFinder(await readTopics(contentDir));
  const read = await readAll(contentDir, files, readOptions(settings), cache, progress, memory, workers);
  const readings = read.map(({ reading }) => reading).filter((reading) => reading !== null);
  const { archive, problems: found } = catalogue(readings, settings, topics);
  const problems = sortedProblems([...read.flatMap((result) => result.problems), ...found]);
  const repairs = read.flatMap(({ file, reading, repairs }): FileRepairs[] =>
    reading && repairs
      ? [{ file, counts: reading.repairCounts, text: cache.repairText(reading.at, repairs) }]
      : [],
  );
  const texts = new RepairReader(cache.key);
  const ledger = new Ledger();
  for (const entry of repairs) ledger.add(entry);
  const pagefind = pagefindPlan(
    settings,
    archive.entries.reduce((sum, { chars }) => sum + chars, 0),
  );
  const facts: Facts = {
    repairs: ledger.facts(({ text }) => texts.repairs(text)),
    problems: countByRule(problems),
    search: pagefind.build,
    certificate: null,
  };
  return { archive, facts, problems, repairs, repairTexts: texts, pagefind };
}

/** What the settings say about reading. */
export const readOptions = (settings: Settings): ReadOptions => ({
  timeZone: settings.timeZone,
  images: settings.images,
  cleanOff: Object.entries(settings.clean)
    .filter(([, on]) => !on)
    .map(([rule]) => rule)
    .sort(),
});
