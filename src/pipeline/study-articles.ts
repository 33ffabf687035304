import path from 'node:path';
import { z } from 'zod';
import type { Cache } from '../cache/cache.ts';
import { DamagedCache } from '../cache/cache-file.ts';
import { keyOf } from '../hash.ts';
import { groupBy } from '../pages/group-by.ts';
import type { Progress } from '../progress.ts';
import type { Study, StudyOptions } from '../study/study.ts';
import type { Mention } from '../topics/topic.ts';
import type { Reading } from '../types.ts';
import { programKey } from '../version.ts';
import { inWorkers, type Workforce } from '../workers/pool.ts';

/** The file is checked by its checksums and its key names the program that wrote it: more than a look at the list is not needed. */
const mentionsSchema = z.custom<[file: string, mentions: Mention[]][]>(
  (list) => Array.isArray(list) && list.every((one) => Array.isArray(one) && typeof one[0] === 'string'),
);

/** What is known of an article's words. */
export interface Studied {
  mentions: readonly Mention[];
  /** File of the cache that has its terms, with those of the other articles of its pack. */
  terms: string;
}

/**
 * Studies all articles, those of packs that are new in worker processes: a file a pack and part of a study, because a pack never changes.
 * @returns what is known, by the articles' files
 * @throws {DamagedCache} where a file is damaged as soon as it is written
 */
export async function studyArticles(
  readings: readonly Reading[],
  options: StudyOptions,
  work: Workforce & { cache: Cache; progress: Progress },
): Promise<Map<string, Studied>> {
  const { cache, progress } = work;
  const key = keyOf(programKey(), JSON.stringify(options));
  const packs = groupBy(readings, ({ at }) => at.pack);
  const studies = new Map<string, Studied>();
  const keyFor = (pack: string, part: keyof Study): string => keyOf(key, path.basename(pack), part);
  /** Takes what is known of articles of a pack. It may know others, whose files have changed since. */
  const take = ([pack, own]: [pack: string, own: readonly Reading[]]): void => {
    const bytes = cache.find(keyFor(pack, 'mentions'));
    if (!cache.has(keyFor(pack, 'terms')) || !bytes) return;
    const known = new Map(mentionsSchema.parse(JSON.parse(bytes.toString())));
    const terms = cache.file(keyFor(pack, 'terms'));
    for (const { file } of own) {
      const mentions = known.get(file);
      if (mentions) studies.set(file, { mentions, terms });
    }
  };
  for (const pack of packs) take(pack);
  const stage = progress.start('study', readings.length);
  stage.tick(studies.size);
  // A pack may be known without an article that was a draft then.
  const stale = [...packs].filter(([, own]) => own.some(({ file }) => !studies.has(file)));
  const fileFor = (pack: string, part: keyof Study): string => cache.file(keyFor(pack, part));
  const tasks = stale.map(([pack, own]) => ({
    articles: own.map(({ file, title, at }) => ({ file, title, at })),
    options,
    files: { mentions: fileFor(pack, 'mentions'), terms: fileFor(pack, 'terms') },
  }));
  for await (const articles of inWorkers('study', tasks, work)) stage.tick(articles);
  for (const pack of stale) take(pack);
  if (!readings.every(({ file }) => studies.has(file)))
    throw new DamagedCache('a study of articles was damaged while it was being made');
  cache.sweep();
  stage.done();
  return studies;
}
