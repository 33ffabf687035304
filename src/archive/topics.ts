import type { ArticleMeta } from '../types.ts';

/** Finds the topics of an article. */
export type TopicFinder = (meta: Pick<ArticleMeta, 'title' | 'tags'>) => string[];

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
