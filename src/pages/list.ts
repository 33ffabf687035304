import type { Archive } from '../archive/archive.ts';
import { href, paths } from '../archive/paths.ts';
import { link } from './link.ts';
import { pageKind } from './page-kind.ts';
import { numberedPages, PAGE_SIZE } from './paging.ts';
import { waysFrom, waysIn } from './ways.ts';

/** The table of the numbered pages of all dated articles, newest first, with the newest titles. */
export const listIndex = pageKind({
  name: 'list',
  layout: 'list.njk',
  *pages({ archive }) {
    const { reach, undated } = archive;
    const newest = datedPositions(archive).slice(-PAGE_SIZE).reverse();
    const pages = listPages(archive).map(({ number, from, to }) => ({ number, from, to }));
    yield {
      path: paths.list,
      inputs: { reach, undated, pages, newest: archive.rows(newest), ways: waysIn(archive) },
    };
  },
  data: ({ reach, undated, pages, newest, ways }, t) => ({
    title: t.lists.listTitle,
    description: t.lists.listNote,
    nav: 'time',
    reach,
    pages: pages.map((page) => ({ ...page, href: href(paths.listPage(page.number)) })).reverse(),
    newest: newest.list(),
    ways: waysFrom(paths.list, ways, t),
    undated: undated ? { href: href(paths.undated), articles: undated } : null,
  }),
});

/** The numbered pages of all dated articles, from the oldest on. */
export const numberedList = pageKind({
  name: 'list-page',
  layout: 'list-page.njk',
  *pages({ archive }) {
    const pages = listPages(archive);
    for (const { number, from, to, positions } of pages)
      yield {
        path: paths.listPage(number),
        inputs: { number, isLast: number === pages.length, from, to, rows: archive.rows(positions) },
      };
  },
  data({ number, isLast, from, to, rows }, t) {
    const list = rows.list();
    const numbered = (page: number) => link(t.lists.page(page), paths.listPage(page));
    return {
      title: `${t.lists.listTitle} · ${t.lists.page(number)}`,
      description: `${from} – ${to}`,
      nav: 'time',
      up: link(t.lists.listTitle, paths.list),
      heading: t.lists.page(number),
      from,
      to,
      rows: list,
      replay: {
        name: t.replay.all,
        href: list[0]?.href ?? '',
        offset: (number - 1) * PAGE_SIZE,
        next: isLast ? '' : href(paths.listPage(number + 1)),
      },
      previous: number > 1 ? numbered(number - 1) : null,
      next: isLast ? null : numbered(number + 1),
    };
  },
});

const datedPositions = ({ entries, undated }: Archive): number[] => [...entries.keys()].slice(undated);

/** The numbered pages with the first and the last day of each. */
function listPages(archive: Archive) {
  const date = (position = -1): string => archive.entries[position]?.time?.date ?? '';
  return numberedPages(datedPositions(archive)).map((page) => ({
    ...page,
    from: date(page.positions[0]),
    to: date(page.positions.at(-1)),
  }));
}
