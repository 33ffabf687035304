import { href, paths } from '../archive/paths.ts';
import { authorsOf } from '../text/authors.ts';
import { authorIndex, authorLetters } from './author-index.ts';
import { numbered } from './groups.ts';
import { link, mostOf, namedLink, pathsOf } from './link.ts';
import { newestData, newestInputs } from './newest.ts';
import { type PageKind, pageKind } from './page-kind.ts';

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
      const own = group.entries.flatMap((position) => archive.entries[position] ?? []);
      const days = own.flatMap(({ time }) => time?.date ?? []);
      const others = own.flatMap(({ author }) => authorsOf(author).filter((other) => other !== group.name));
      const topics = own.flatMap((entry) => entry.topics);
      yield {
        path: group.path,
        inputs: {
          ...newestInputs(archive, group),
          from: days[0] ?? null,
          to: days.at(-1) ?? null,
          topics: mostOf(topics, topicPaths, TOPICS),
          coAuthors: mostOf(others, authorPaths, CO_AUTHORS),
        },
      };
    }
  },
  data({ from, to, topics, coAuthors, ...inputs }, t) {
    const { name, path, count } = inputs;
    return {
      ...newestData(inputs, t),
      description: `${name} · ${t.lists.articles(count)}`,
      nav: 'authors',
      up: link(t.lists.authorsTitle, paths.authors),
      wrote: from && to ? t.people.wrote(from, to) : '',
      feed: count >= OWN_FEED ? href(path.replace(/\.html$/, '.xml')) : '',
      topics: topics.map(namedLink),
      coAuthors: coAuthors.map(namedLink),
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
