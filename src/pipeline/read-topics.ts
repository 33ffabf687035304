import { z } from 'zod';
import { NAMES_FILES, readNamesText } from '../archive/names-file.ts';
import type { Cache } from '../cache/cache.ts';
import { keyOf } from '../hash.ts';
import type { Settings } from '../settings.ts';
import { joinTopics } from '../topics/join.ts';
import { shippedTopics } from '../topics/shipped.ts';
import type { Topic } from '../topics/topic.ts';
import { parseTopics } from '../topics/topics-file.ts';
import type { Problem } from '../types.ts';
import { programKey } from '../version.ts';

/** The topics of an archive, and what is off with its own. */
interface ReadTopics {
  topics: Topic[];
  problems: Problem[];
}

/** The file is checked by its checksums and its key names the program that wrote it. */
const remembered = z.custom<ReadTopics>((value) => value instanceof Object && 'topics' in value);

/**
 * Reads the topics that an archive's articles may be about: its own of `topics.yml`, and the shipped ones unless the settings say otherwise.
 * What came out is kept, because YAML is slow.
 * @throws {UserError} where `topics.yml` cannot be used
 */
export async function readTopics(work: {
  contentDir: string;
  settings: Settings;
  studyCache: Cache | null;
}): Promise<ReadTopics> {
  const file = NAMES_FILES.topics;
  const { path, text } = await readNamesText(work.contentDir, 'topics');
  const { shipped } = work.settings.topics;
  const make = (): ReadTopics =>
    joinTopics(parseTopics(text ?? '', path), shipped ? shippedTopics() : [], file);
  const { studyCache } = work;
  if (!studyCache) return make();
  const key = keyOf('topics', programKey(), text ?? '', String(shipped));
  const bytes = studyCache.get(key, () => Buffer.from(JSON.stringify(make())));
  return remembered.parse(JSON.parse(Buffer.from(bytes).toString()));
}
