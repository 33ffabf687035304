import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { UserError } from '../errors.ts';
import { decodeSettings } from '../text/decode.ts';
import type { ArticleMeta } from '../types.ts';

/** Name of the topics file inside the content directory. */
export const TOPICS_FILE = 'topics.yml';

/** A name as YAML gives it: `360` without quotes is a number. */
const nameSchema = z
  .union([z.string(), z.number(), z.boolean()])
  .transform(String)
  .pipe(z.string().trim().min(1));
const topicsSchema = z.map(nameSchema, z.array(nameSchema).nullable());

/** Finds the topics of an article. */
export type TopicFinder = (meta: Pick<ArticleMeta, 'title' | 'tags'>) => string[];

/** The text of `topics.yml` of a content directory, or null where there is none. */
export async function readTopicsText(contentDir: string): Promise<string | null> {
  try {
    return decodeSettings(await readFile(path.join(contentDir, TOPICS_FILE)));
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new UserError(
      `${path.join(contentDir, TOPICS_FILE)}: cannot be read (${(cause as Error).message})`,
      { cause },
    );
  }
}

/**
 * Reads `topics.yml` (a topic's name → its aliases) of a content directory; no topics where there is none.
 * @throws {UserError} where the file is not such a map
 */
export async function readTopics(contentDir: string): Promise<Map<string, string[]>> {
  const text = await readTopicsText(contentDir);
  if (text === null) return new Map();
  try {
    const topics = topicsSchema.parse(parse(text, { mapAsMap: true }) ?? new Map());
    return new Map([...topics].map(([name, aliases]) => [name, aliases ?? []]));
  } catch (cause) {
    throw new UserError(
      `${path.join(contentDir, TOPICS_FILE)}:1 error topics: Unexpected content, expected a map of topic names to lists of aliases, such as «腾讯: [Tencent, 微信]»`,
      { cause },
    );
  }
}

/**
 * An article's topics: its tags (an alias becomes its topic), and the topics whose name or alias its title holds.
 * Latin names match whole words only, so that `Go` is not found in `Google`.
 */
export function topicFinder(topics: ReadonlyMap<string, readonly string[]>): TopicFinder {
  const canonical = new Map<string, string>();
  for (const [name, aliases] of topics)
    for (const alias of [name, ...aliases]) canonical.set(alias.toLowerCase(), name);
  const escaped = [...canonical.keys()]
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map((name) => name.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'))
    .map((name) => (/^[a-z0-9]/.test(name) ? `(?<![a-z0-9])${name}` : name))
    .map((name) => (/[a-z0-9]$/.test(name) ? `${name}(?![a-z0-9])` : name));
  const pattern = escaped.length ? new RegExp(escaped.join('|'), 'g') : null;
  return ({ title, tags }) => {
    const found: string[] = [];
    // A handful at most: looking through them is quicker than making a set of each article's.
    const add = (topic: string): void => {
      if (!found.includes(topic)) found.push(topic);
    };
    for (const tag of tags) add(canonical.size > 0 ? (canonical.get(tag.toLowerCase()) ?? tag) : tag);
    for (const match of (pattern && title.toLowerCase().match(pattern)) ?? [])
      add(canonical.get(match) ?? match);
    return found;
  };
}
