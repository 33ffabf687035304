import { href, paths } from '../archive/paths.ts';
import type { Row } from '../archive/rows.ts';
import type { Strings } from '../locales/index.ts';
import { authorsOf } from '../text/authors.ts';
import { beginsOf, monthsOf, numbered, replayOf, yearPages, yearRows, yearsOf } from './groups.ts';
import { link, mostOf, namedLink, pathsOf } from './link.ts';
import { type PageKind, pageKind } from './page-kind.ts';
import { PAGE_SIZE, pageLinks } from './paging.ts';
import { groupTimeline } from './timeline.ts';
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
      yield {
        path,
        inputs: {
          name,
          path,
          about: archive.aboutTopics.get(name) ?? { kind: '', definition: '' },
          count: entries.length,
          months: monthsOf(archive, group),
          near: mostOf(others, topicPaths, NEAR),
          authors: mostOf(
            own.flatMap(({ author }) => authorsOf(author)),
            authorPaths,
            AUTHORS,
          ),
          begins: beginsOf(archive, group),
          rows: archive.rows(entries.slice(-PAGE_SIZE).reverse()),
          oldest: archive.rows(entries.slice(0, 1)),
          ends: archive.rows([...dated.slice(0, 1), ...dated.slice(-1)]),
        },
      };
    }
  },
  data({ name, path, about, count, months, near, authors, begins, rows, oldest, ends }, t) {
    const years = yearsOf(months);
    const pageOf = yearPages(path, count, years);
    const placeOf = (year: string): string => `${href(pageOf.get(year) ?? path)}#y-${year}`;
    return {
      title: name,
      description: [name, about.definition, t.lists.articles(count)].filter(Boolean).join(' · '),
      nav: 'topics',
      name,
      up: link(t.lists.topicsTitle, paths.topics),
      articles: count,
      about,
      milestones: count > 1 ? milestones(ends.list(), months, placeOf, t) : [],
      trend: trendHref([name]),
      replay: replayOf({ name, path, count, first: oldest.list()[0] }),
      timeline: groupTimeline(years, placeOf, t),
      near: near.map(namedLink),
      authors: authors.map(namedLink),
      rows: yearRows(rows.list()),
      first: href(path),
      current: 0,
      pages: pageLinks(path, begins),
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
