import { span } from '../archive/archive.ts';
import { href, paths } from '../archive/paths.ts';
import { groupBars } from './chart.ts';
import { beginsOf, DESCRIBED, numbered, replayOf, yearPages, yearRows } from './groups.ts';
import { link, named } from './link.ts';
import { type PageKind, pageKind } from './page-kind.ts';
import { PAGE_SIZE, pageLinks } from './paging.ts';

const topicIndex = pageKind({
  name: 'topics-index',
  layout: 'groups.njk',
  *pages({ archive }) {
    const { topics } = archive;
    const spans = topics.map(({ entries }) => span(archive.countByYear(entries)));
    yield { path: paths.topics, inputs: { groups: named(topics), spans } };
  },
  data: ({ groups, spans }, t) => ({
    title: t.lists.topicsTitle,
    description: t.lists.names(groups.slice(0, DESCRIBED).map(({ name }) => name)),
    nav: 'topics',
    groups: groups.map(({ name, path, count }, at) => ({ ...link(name, path), count, span: spans[at] })),
  }),
});

const topicNewest = pageKind({
  name: 'topics-newest',
  layout: 'topic.njk',
  *pages({ archive }) {
    for (const group of archive.topics) {
      const { name, path, entries } = group;
      yield {
        path,
        inputs: {
          name,
          path,
          count: entries.length,
          years: archive.countByYear(entries),
          begins: beginsOf(archive, group),
          rows: archive.rows(entries.slice(-PAGE_SIZE).reverse()),
          oldest: archive.rows(entries.slice(0, 1)),
        },
      };
    }
  },
  data({ name, path, count, years, begins, rows, oldest }, t) {
    const pageOf = yearPages(path, count, years);
    return {
      title: name,
      description: `${name} · ${t.lists.articles(count)}`,
      nav: 'topics',
      name,
      up: link(t.lists.topicsTitle, paths.topics),
      articles: count,
      span: span(years),
      replay: replayOf({ name, path, count, first: oldest.list()[0] }),
      bars: groupBars(years, (year) => `${href(pageOf.get(year) ?? path)}#y-${year}`),
      rows: yearRows(rows.list()),
      first: href(path),
      current: 0,
      pages: pageLinks(path, begins),
    };
  },
});

/** The pages of topics: an index, one of each with its newest articles, and where these are not all, all of them on numbered pages. */
export const topicPages: readonly PageKind[] = [topicIndex, topicNewest, numbered('topics')];
