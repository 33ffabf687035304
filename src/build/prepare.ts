import { mkdir } from 'node:fs/promises';
import { catalogue } from '../archive/catalogue.ts';
import { readTopics, topicFinder } from '../archive/topics.ts';
import type { Facts } from '../pages/page.ts';
import { pagefindPlan } from '../search/pagefind.ts';
import { readSettings, type Settings } from '../settings.ts';
import type { Archive, Problem, ReadOptions } from '../types.ts';
import { type FileRepairs, Ledger } from './ledger.ts';
import type { Progress } from './progress.ts';
import { readAll } from './read.ts';
import { countByRule, sortedProblems } from './report.ts';
import { scan } from './scan.ts';

/** An archive, read and in order: everything a build needs before it writes the first page. */
export interface Prepared {
  archive: Archive;
  facts: Facts;
  problems: Problem[];
  repairs: FileRepairs[];
  pagefind: { build: boolean; reason: string };
}

/**
 * The first half of every build: scan, read, catalogue.
 * @param packDir where article bodies go until they are rendered
 * @throws {UserError} where the content directory, its settings or its topics cannot be used
 */
export async function prepare(contentDir: string, packDir: string, progress: Progress): Promise<Prepared> {
  const settings = await readSettings(contentDir);
  const topics = topicFinder(await readTopics(contentDir));
  const files = await scan(contentDir);
  await mkdir(packDir, { recursive: true });
  progress.start('read', files.length);
  const read = await readAll(contentDir, files, readOptions(settings), packDir, (done) =>
    progress.tick(done),
  );
  progress.done();
  const { archive, problems: found } = catalogue(read.readings, settings, topics);
  const problems = sortedProblems([...read.problems, ...found]);
  const ledger = new Ledger();
  for (const repairs of read.repairs) ledger.add(repairs);
  const pagefind = pagefindPlan(
    settings,
    archive.entries.reduce((sum, { chars }) => sum + chars, 0),
  );
  const facts: Facts = { repairs: ledger.facts(), problems: countByRule(problems), search: pagefind.build };
  return { archive, facts, problems, repairs: read.repairs, pagefind };
}

const readOptions = (settings: Settings): ReadOptions => ({
  timeZone: settings.timeZone,
  cleanOff: Object.entries(settings.clean)
    .filter(([, on]) => !on)
    .map(([rule]) => rule),
});
