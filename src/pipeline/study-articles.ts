import path from 'node:path';
import type { Cache } from '../cache/cache.ts';
import { DamagedCache } from '../cache/cache-file.ts';
import { keyOf } from '../hash.ts';
import { groupBy } from '../pages/group-by.ts';
import type { Progress } from '../progress.ts';
import { decodeStudies } from '../study/kept-studies.ts';
import type { Study, StudyOptions } from '../study/study.ts';
import type { Reading } from '../types.ts';
import { programKey } from '../version.ts';
import { inWorkers, type Workforce } from '../workers/pool.ts';

/**
 * Studies all articles, those of packs that are new in worker processes: one file a pack, because a pack never changes.
 * @returns the studies by the articles' files
 * @throws {DamagedCache} where a file is damaged as soon as it is written
 */
export async function studyArticles(
  readings: readonly Reading[],
  options: StudyOptions,
  work: Workforce & { cache: Cache; progress: Progress },
): Promise<Map<string, Study>> {
  const { cache, progress } = work;
  const key = keyOf(programKey(), JSON.stringify(options));
  const packs = groupBy(readings, ({ at }) => at.pack);
  const studies = new Map<string, Study>();
  const fileOf = (pack: string): string => keyOf(key, path.basename(pack));
  /** Takes what is known of articles of a pack. It may know others, whose files have changed since. */
  const take = ([pack, own]: [pack: string, own: readonly Reading[]]): void => {
    const bytes = cache.find(fileOf(pack));
    if (!bytes) return;
    const known = decodeStudies(bytes);
    for (const { file } of own) {
      const study = known.get(file);
      if (study) studies.set(file, study);
    }
  };
  for (const pack of packs) take(pack);
  using stage = progress.start('study', readings.length);
  stage.tick(studies.size);
  // A pack may be known without an article that was a draft then.
  const stale = [...packs].filter(([, own]) => own.some(({ file }) => !studies.has(file)));
  const tasks = stale.map(([pack, own]) => ({
    articles: own.map(({ file, title, at }) => ({ file, title, at })),
    options,
    file: cache.file(fileOf(pack)),
  }));
  for await (const articles of inWorkers('study', tasks, work)) stage.tick(articles);
  for (const pack of stale) take(pack);
  if (!readings.every(({ file }) => studies.has(file)))
    throw new DamagedCache('a study of articles was damaged while it was being made');
  cache.sweep();
  stage.done();
  return studies;
}
