import { fold } from '../search/gram/fold.ts';
import { tally } from '../text/counts.ts';
import type { ArticleMeta } from '../types.ts';
import { type Mention, namesOf, type Topic } from './topic.ts';

/** Articles from which on a shipped topic is one of the archive, in a small one and in a large one: a page for each name that some article mentions leads nowhere. */
const LEAST = { small: 3, large: 5 };
/** Articles for each of which the least grows by one. */
const STEP = 600;
const leastOf = (articles: number): number =>
  Math.min(LEAST.large, Math.max(LEAST.small, Math.ceil(articles / STEP)));

/** The topics of articles, once all of them are known. */
export type TopicFinder = <Meta extends Pick<ArticleMeta, 'file' | 'tags'>>(
  articles: readonly Meta[],
) => (article: Meta) => string[];

/**
 * Gives articles their topics: their tags (an alias becomes its topic), then what their text is about. A shipped topic has to be one of several
 * articles, a tag and an archive's own topic need not.
 * @param mentionsOf what was learnt of an article's text
 */
export function topicFinder(
  topics: readonly Topic[],
  mentionsOf: (file: string) => readonly Mention[],
): TopicFinder {
  const canonical = new Map<string, string>();
  for (const topic of topics)
    for (const name of namesOf(topic)) {
      const folded = fold(name);
      if (!canonical.has(folded)) canonical.set(folded, topic.name);
    }
  const tagged = (tags: readonly string[]): string[] =>
    canonical.size > 0 ? tags.map((tag) => canonical.get(fold(tag)) ?? tag) : [...tags];
  const shipped = new Set(topics.filter(({ isShipped }) => isShipped).map(({ name }) => name));
  return (articles) => {
    const found = new Map(
      articles.map(({ file, tags }) => {
        const own = tagged(tags);
        const mentioned = mentionsOf(file).map(({ topic }) => canonical.get(fold(topic)) ?? topic);
        return [file, { own, names: new Set([...own, ...mentioned]) }];
      }),
    );
    const counts = tally([...found.values()].flatMap(({ names }) => [...names]));
    const least = leastOf(articles.length);
    const isOne = (name: string): boolean => !shipped.has(name) || (counts.get(name) ?? 0) >= least;
    return ({ file }) => {
      const { own = [], names = [] } = found.get(file) ?? {};
      return [...names].filter((name) => own.includes(name) || isOne(name));
    };
  };
}
