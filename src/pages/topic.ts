import { paths } from '../archive/paths.ts';
import type { Row } from '../archive/rows.ts';
import type { Strings } from '../locales/index.ts';
import { authorsOf } from '../text/authors.ts';
import { numbered } from './groups.ts';
import { link, mostOf, namedLink, pathsOf } from './link.ts';
import { newestData, newestInputs, yearPlaces } from './newest.ts';
import { type PageKind, pageKind } from './page-kind.ts';
import { topicIndex } from './topic-index.ts';
import { trendHref } from './trends.ts';

/** Topics and authors that a topic's page names. */
const NEAR = 12;
const AUTHORS = 8;

const topicNewest = pageKind({
  name: 'topics-newest',
  layout: 'topic.njk',
  *pages({ archive }) {
    const topicPaths = pathsOf(archive.topics);
    const authorPaths = pathsOf(archive.authors);
    for (const group of archive.topics) {
      const { name, path, entries } = group;
      const own = entries.flatMap((position) => archive.entries[position] ?? []);
      const dated = entries.filter((position) => position >= archive.undated);
      const others = own.flatMap(({ topics }) => topics.filter((other) => other !== name));
      const authors = own.flatMap(({ author }) => authorsOf(author));
      yield {
        path,
        inputs: {
          ...newestInputs(archive, group),
          about: archive.aboutTopics.get(name) ?? { kind: '', definition: '' },
          near: mostOf(others, topicPaths, NEAR),
          authors: mostOf(authors, authorPaths, AUTHORS),
          ends: archive.rows([...dated.slice(0, 1), ...dated.slice(-1)]),
        },
      };
    }
  },
  data({ about, near, authors, ends, ...inputs }, t) {
    const { name, count, months } = inputs;
    return {
      ...newestData(inputs, t),
      description: [name, about.definition, t.lists.articles(count)].filter(Boolean).join(' · '),
      nav: 'topics',
      up: link(t.lists.topicsTitle, paths.topics),
      about,
      milestones: count > 1 ? milestones(ends.list(), months, yearPlaces(inputs), t) : [],
      trend: trendHref([name]),
      near: near.map(namedLink),
      authors: authors.map(namedLink),
    };
  },
});

/** A topic's first article, its fullest month and its latest article. @param placeOf where a year's articles begin */
function milestones(
  [first, latest]: readonly Row[],
  months: readonly (readonly [month: string, count: number])[],
  placeOf: (year: string) => string,
  t: Strings,
) {
  const peak = months.reduce<readonly [string, number]>(
    (best, one) => (one[1] > best[1] ? one : best),
    ['', 1],
  );
  const [year = '', month = ''] = peak[0].split('-');
  const ofRow = (name: string, row: Row | undefined) =>
    row ? [{ name, href: row.href, title: row.title, date: row.date }] : [];
  return [
    ...ofRow(t.topics.first, first),
    ...(peak[0] && months.length > 1
      ? [
          {
            name: t.topics.peak,
            href: placeOf(year),
            title: t.topics.inMonth(t.dates.month(year, month), peak[1]),
            date: '',
          },
        ]
      : []),
    ...ofRow(t.topics.latest, latest),
  ];
}

/** The pages of topics: an index, one of each with its newest articles, and where these are not all, all of them on numbered pages. */
export const topicPages: readonly PageKind[] = [topicIndex, topicNewest, numbered('topics')];
