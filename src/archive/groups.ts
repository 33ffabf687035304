import type { Entry } from '../types.ts';
import { byText } from './order.ts';

/** The articles of one author or one topic. */
export interface ArticleGroup {
  name: string;
  /** Path of its first page relative to the site's root, e.g. `authors/开眼二郎.html`. */
  path: string;
  /** Oldest first: positions in `Archive.entries`. */
  entries: number[];
}

/** What is known of a topic besides its articles. */
export interface TopicAbout {
  /** The sort of thing, such as 公司; empty where nobody said. */
  kind: string;
  /** One line; empty where nobody gave one. */
  definition: string;
}

/**
 * Groups articles by what they are named after, most articles first, then by name.
 * @param namesOf the groups an article belongs to
 */
export function groupsOf(
  entries: readonly Entry[],
  namesOf: (entry: Entry) => readonly string[],
  pathOf: (name: string) => string,
): ArticleGroup[] {
  const byName = new Map<string, ArticleGroup>();
  entries.forEach((entry, position) => {
    for (const name of namesOf(entry)) {
      const group = byName.get(name);
      if (group) group.entries.push(position);
      else byName.set(name, { name, path: pathOf(name), entries: [position] });
    }
  });
  return [...byName.values()].sort((a, b) => b.entries.length - a.entries.length || byText(a.name, b.name));
}
