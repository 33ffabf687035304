import { type Archive, span } from '../archive/archive.ts';
import type { ArticleGroup } from '../archive/groups.ts';
import { href, paths } from '../archive/paths.ts';
import type { Row } from '../archive/rows.ts';
import { groupBars } from './chart.ts';
import { datedRows, yearOf } from './dated-rows.ts';
import { link, named } from './link.ts';
import { type PageKind, pageKind } from './page-kind.ts';
import { type Begin, numberedPages, PAGE_SIZE, pageLinks } from './paging.ts';

/** The pages of authors: an index, the newest articles of each, and where these are not all, all of them on numbered pages. */
export const authorPages: readonly PageKind[] = [authorIndex(), newestPages(), numbered('authors')];

/** How many groups the description of an index names. */
export const DESCRIBED = 10;

function authorIndex(): PageKind {
  return pageKind({
    name: 'authors-index',
    layout: 'groups.njk',
    *pages({ archive }) {
      const { authors } = archive;
      const spans = authors.map(({ entries }) => span(archive.countByYear(entries)));
      yield { path: paths.authors, inputs: { groups: named(authors), spans } };
    },
    data: ({ groups, spans }, t) => ({
      title: t.lists.authorsTitle,
      description: t.lists.names(groups.slice(0, DESCRIBED).map(({ name }) => name)),
      nav: 'authors',
      groups: groups.map(({ name, path, count }, at) => ({ ...link(name, path), count, span: spans[at] })),
    }),
  });
}

function newestPages(): PageKind {
  return pageKind({
    name: 'authors-newest',
    layout: 'group.njk',
    *pages({ archive }) {
      for (const group of archive.authors) {
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
          },
        };
      }
    },
    data({ name, path, count, years, begins, rows }, t) {
      const pageOf = yearPages(path, count, years);
      return {
        title: name,
        description: `${name} · ${t.lists.articles(count)}`,
        nav: 'authors',
        name,
        up: link(t.lists.authorsTitle, paths.authors),
        articles: count,
        span: span(years),
        bars: groupBars(years, (year) => `${href(pageOf.get(year) ?? path)}#y-${year}`),
        rows: yearRows(rows.list()),
        first: href(path),
        current: 0,
        pages: pageLinks(path, begins),
      };
    },
  });
}

/** All articles of each group that has more than one page of them, on pages numbered from the oldest. */
export function numbered(nav: 'authors' | 'topics'): PageKind {
  return pageKind({
    name: `${nav}-numbered`,
    layout: 'group-page.njk',
    *pages({ archive }) {
      for (const group of archive[nav].filter(({ entries }) => entries.length > PAGE_SIZE)) {
        const { name, path, entries } = group;
        const begins = beginsOf(archive, group);
        for (const { number, positions } of numberedPages(entries))
          yield {
            path: paths.groupPage(path, number),
            inputs: { name, path, number, begins, rows: archive.rows(positions.reverse()) },
          };
      }
    },
    data({ name, path, number, begins, rows }, t) {
      const title = `${name} · ${t.lists.page(number)}`;
      return {
        title,
        description: title,
        nav,
        name,
        up: link(name, path),
        first: href(path),
        current: number,
        rows: yearRows(rows.list()),
        pages: pageLinks(path, begins),
      };
    },
  });
}

/** Rows, the first of each year with the fragment that the year's bar leads to. */
export const yearRows = (rows: readonly Row[]) => datedRows(rows, 'y', yearOf, String);

/** The numbered pages of a group of more than one; none where its own page has all. */
export function beginsOf(archive: Archive, { entries }: ArticleGroup): Begin[] {
  if (entries.length <= PAGE_SIZE) return [];
  return numberedPages(entries).map(({ number, positions: [first = -1] }) => ({
    number,
    from: archive.entries[first]?.time?.date ?? '',
  }));
}

/** The page on which each year of a group begins, its newest article first. @param years ascending */
export function yearPages(path: string, count: number, years: readonly { year: string; count: number }[]) {
  let before = count - years.reduce((sum, own) => sum + own.count, 0);
  return new Map(
    years.map((own) => {
      before += own.count;
      return [own.year, count > PAGE_SIZE ? paths.groupPage(path, Math.ceil(before / PAGE_SIZE)) : path];
    }),
  );
}
