import { fold } from '../search/gram/fold.ts';
import type { ArticleMeta } from '../types.ts';
import { namesOf, type Topic } from './topic.ts';

/**
 * Shipped topics under the names that the archive's own tags have for them: an archive that tags with 运维 has no 系统管理, and the name of the list
 * becomes another name. Of several spellings the most frequent, of equal ones the list's own, else the first by code units.
 */
export function inOwnWords(
  topics: readonly Topic[],
  articles: readonly Pick<ArticleMeta, 'tags'>[],
): Topic[] {
  const spellings = new Map<string, Map<string, number>>();
  for (const { tags } of articles)
    for (const tag of tags) {
      const folded = fold(tag);
      const counts = spellings.get(folded) ?? new Map<string, number>();
      spellings.set(folded, counts.set(tag, (counts.get(tag) ?? 0) + 1));
    }
  return topics.map((topic) => {
    if (!topic.isShipped) return topic;
    const used = new Set(namesOf(topic).map(fold));
    const [best] = [...used]
      .flatMap((folded) => [...(spellings.get(folded) ?? [])])
      .sort(
        ([a, times], [b, others]) =>
          others - times || Number(b === topic.name) - Number(a === topic.name) || (a < b ? -1 : 1),
      );
    const name = best?.[0] ?? topic.name;
    return name === topic.name ? topic : { ...topic, name, aliases: [topic.name, ...topic.aliases] };
  });
}
