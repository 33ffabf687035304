import { span } from '../archive/archive.ts';
import { paths } from '../archive/paths.ts';
import { groupBars } from './chart.ts';
import { link, named } from './link.ts';
import { type PageKind, pageKind } from './page-kind.ts';
import { numberedPages, PAGE_SIZE, pageCount, pageLinks } from './paging.ts';

type Groups = 'authors' | 'topics';

/** The pages of authors and of topics: an index, the newest articles of each, and where these are not all, all of them on numbered pages. */
export const groupPages: readonly PageKind[] = (['authors', 'topics'] as const).flatMap((groups) => [
  indexPage(groups),
  newestPages(groups),
  numbered(groups),
]);

/** How many groups the description of the index names. */
const DESCRIBED = 10;

function indexPage(nav: Groups): PageKind {
  return pageKind({
    name: `${nav}-index`,
    layout: 'groups.njk',
    *pages({ archive }) {
      const groups = archive[nav];
      const spans = groups.map(({ entries }) => span(archive.countByYear(entries)));
      yield { path: paths[nav], inputs: { groups: named(groups), spans } };
    },
    data: ({ groups, spans }, t) => ({
      title: t.lists[`${nav}Title`],
      description: t.lists.names(groups.slice(0, DESCRIBED).map(({ name }) => name)),
      nav,
      groups: groups.map(({ name, path, count }, at) => ({ ...link(name, path), count, span: spans[at] })),
    }),
  });
}

function newestPages(nav: Groups): PageKind {
  return pageKind({
    name: `${nav}-newest`,
    layout: 'group.njk',
    *pages({ archive }) {
      for (const { name, path, entries } of archive[nav])
        yield {
          path,
          inputs: {
            name,
            path,
            count: entries.length,
            years: archive.countByYear(entries),
            rows: archive.rows(entries.slice(-PAGE_SIZE).reverse()),
          },
        };
    },
    data({ name, path, count, years, rows }, t) {
      const pages = count > PAGE_SIZE ? pageLinks(path, pageCount(count)) : [];
      return {
        title: name,
        description: `${name} · ${t.lists.articles(count)}`,
        nav,
        name,
        up: link(t.lists[`${nav}Title`], paths[nav]),
        articles: count,
        span: span(years),
        bars: groupBars(years),
        newest: pages.length > 0,
        rows: rows.list(),
        pages,
      };
    },
  });
}

function numbered(nav: Groups): PageKind {
  return pageKind({
    name: `${nav}-numbered`,
    layout: 'group-page.njk',
    *pages({ archive }) {
      for (const { name, path, entries } of archive[nav].filter(({ entries }) => entries.length > PAGE_SIZE))
        for (const { number, positions } of numberedPages(entries))
          yield {
            path: paths.groupPage(path, number),
            inputs: { name, path, number, of: pageCount(entries.length), rows: archive.rows(positions) },
          };
    },
    data({ name, path, number, of, rows }, t) {
      const title = `${name} · ${t.lists.page(number)}`;
      return {
        title,
        description: title,
        nav,
        name,
        up: link(name, path),
        current: number,
        rows: rows.list(),
        pages: pageLinks(path, of),
      };
    },
  });
}
