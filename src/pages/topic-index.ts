import { span } from '../archive/archive.ts';
import { byText } from '../archive/order.ts';
import { paths } from '../archive/paths.ts';
import { SHIPPED_KINDS } from '../topics/kinds.ts';
import { groupBy } from './group-by.ts';
import { DESCRIBED } from './groups.ts';
import { link, named } from './link.ts';
import { pageKind } from './page-kind.ts';
import { waysFrom, waysIn } from './ways.ts';

/** The kinds of the shipped list in their order. */
const ORDER = new Map(SHIPPED_KINDS.map(([, kind], at) => [kind, at]));
/** Where a kind stands: those of the list, then those of the archive, then topics of none. */
const orderOf = (kind: string): number => (kind === '' ? ORDER.size + 1 : (ORDER.get(kind) ?? ORDER.size));

/** All topics by their kinds, those of most articles first. */
export const topicIndex = pageKind({
  name: 'topics-index',
  layout: 'topics.njk',
  *pages({ archive }) {
    const { topics, aboutTopics } = archive;
    yield {
      path: paths.topics,
      inputs: {
        ways: waysIn(archive),
        groups: named(topics),
        spans: topics.map(({ entries }) => span(archive.countByYear(entries))),
        kinds: topics.map(({ name }) => aboutTopics.get(name)?.kind ?? ''),
      },
    };
  },
  data({ ways, groups, spans, kinds }, t) {
    const topics = groups.map(({ name, path, count }, at) => ({
      ...link(name, path),
      count,
      span: spans[at],
      kind: kinds[at] ?? '',
    }));
    const sections = [...groupBy(topics, ({ kind }) => kind)]
      .sort(([a], [b]) => orderOf(a) - orderOf(b) || byText(a, b))
      .map(([kind, list], at) => ({ name: kind || t.topics.other, anchor: `kind-${at + 1}`, topics: list }));
    return {
      title: t.lists.topicsTitle,
      description: t.lists.names(groups.slice(0, DESCRIBED).map(({ name }) => name)),
      nav: 'topics',
      ways: waysFrom(paths.topics, ways, t),
      count: groups.length,
      sections,
      // Tags alone are of no kind: a heading over all of them says nothing.
      hasKinds: sections.length > 1 || sections[0]?.name !== t.topics.other,
    };
  },
});
