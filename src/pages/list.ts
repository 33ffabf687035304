import { href, paths } from '../archive/paths.ts';
import * as strings from '../locales/zh-Hans.ts';
import type { Archive } from '../types.ts';
import { grouped } from './format.ts';
import { listView, type PageKind, reach, rows, view } from './page.ts';
import { numberedPages, PAGE_SIZE } from './paging.ts';

/** The full list of dated articles: numbered pages from the oldest on, and a table of them with the newest titles. */
export const listPages: PageKind = {
  name: 'list',
  *views(archive) {
    const positions = archive.entries.map((_, at) => at).slice(archive.undated);
    const pages = numberedPages(positions).map((page) => ({ ...page, ...span(archive, page.positions) }));
    yield view(paths.list, 'list.njk', {
      title: strings.lists.listTitle,
      description: strings.lists.listNote,
      nav: 'time',
      count: reach(archive),
      pages: pages
        .map(({ number, from, to }) => ({
          number: grouped(number),
          href: href(paths.listPage(number)),
          from,
          to,
        }))
        .reverse(),
      newest: rows(archive, positions.slice(-PAGE_SIZE).reverse()),
      undated: archive.undated ? { href: href(paths.undated), articles: grouped(archive.undated) } : null,
    });
    for (const [at, { number, positions: own, from, to }] of pages.entries()) {
      const link = (page: { number: number } | undefined) =>
        page
          ? { name: strings.lists.page(grouped(page.number)), href: href(paths.listPage(page.number)) }
          : null;
      const data = {
        title: `${strings.lists.listTitle} · ${strings.lists.page(grouped(number))}`,
        description: `${from} – ${to}`,
        nav: 'time' as const,
        up: { name: strings.lists.listTitle, href: href(paths.list) },
        heading: strings.lists.page(grouped(number)),
        from,
        to,
        previous: link(pages[at - 1]),
        next: link(pages[at + 1]),
      };
      yield listView(paths.listPage(number), 'list-page.njk', data, {
        archive,
        positions: own,
        show: (rows) => ({ rows }),
      });
    }
  },
};

function span(archive: Archive, positions: readonly number[]): { from: string; to: string } {
  const date = (position: number | undefined) =>
    position === undefined ? '' : (archive.entries[position]?.time?.date ?? '');
  return { from: date(positions[0]), to: date(positions.at(-1)) };
}
