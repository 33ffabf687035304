import { href, paths } from '../archive/paths.ts';
import { authorsOf } from '../text/authors.ts';
import { authorIndex, authorLetters } from './author-index.ts';
import { beginsOf, monthsOf, numbered, replayOf, yearPages, yearRows, yearsOf } from './groups.ts';
import { link, mostOf, namedLink, pathsOf } from './link.ts';
import { type PageKind, pageKind } from './page-kind.ts';
import { PAGE_SIZE, pageLinks } from './paging.ts';
import { groupTimeline } from './timeline.ts';

/** Topics and co-authors that an author's page names. */
const TOPICS = 12;
const CO_AUTHORS = 12;
/** Articles from which on an author has a feed: in most archives most wrote one or two, and write no more. */
export const OWN_FEED = 5;

const newestPages = pageKind({
  name: 'authors-newest',
  layout: 'author.njk',
  *pages({ archive }) {
    const topicPaths = pathsOf(archive.topics);
    const authorPaths = pathsOf(archive.authors);
    for (const group of archive.authors) {
      const { name, path, entries } = group;
      const own = entries.flatMap((position) => archive.entries[position] ?? []);
      const days = own.flatMap(({ time }) => time?.date ?? []);
      const others = own.flatMap(({ author }) => authorsOf(author).filter((other) => other !== name));
      yield {
        path,
        inputs: {
          name,
          path,
          count: entries.length,
          from: days[0] ?? null,
          to: days.at(-1) ?? null,
          months: monthsOf(archive, group),
          topics: mostOf(
            own.flatMap(({ topics }) => topics),
            topicPaths,
            TOPICS,
          ),
          coAuthors: mostOf(others, authorPaths, CO_AUTHORS),
          begins: beginsOf(archive, group),
          rows: archive.rows(entries.slice(-PAGE_SIZE).reverse()),
          oldest: archive.rows(entries.slice(0, 1)),
        },
      };
    }
  },
  data({ name, path, count, from, to, months, topics, coAuthors, begins, rows, oldest }, t) {
    const years = yearsOf(months);
    const pageOf = yearPages(path, count, years);
    return {
      title: name,
      description: `${name} · ${t.lists.articles(count)}`,
      nav: 'authors',
      name,
      up: link(t.lists.authorsTitle, paths.authors),
      articles: count,
      wrote: from && to ? t.people.wrote(from, to) : '',
      feed: count >= OWN_FEED ? href(path.replace(/\.html$/, '.xml')) : '',
      replay: replayOf({ name, path, count, first: oldest.list()[0] }),
      timeline: groupTimeline(years, (year) => `${href(pageOf.get(year) ?? path)}#y-${year}`, t),
      topics: topics.map(namedLink),
      coAuthors: coAuthors.map(namedLink),
      rows: yearRows(rows.list()),
      first: href(path),
      current: 0,
      pages: pageLinks(path, begins),
    };
  },
});

/** The pages of authors: an index, the newest articles of each, and where these are not all, all of them on numbered pages. */
export const authorPages: readonly PageKind[] = [
  authorIndex,
  authorLetters,
  newestPages,
  numbered('authors'),
];
