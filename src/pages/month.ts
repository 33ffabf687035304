import { href, paths } from '../archive/paths.ts';
import * as strings from '../locales/zh-Hans.ts';
import { grouped } from './format.ts';
import { daysOf } from './months.ts';
import { listView, type PageKind } from './page.ts';

/** One page a month: its articles under their days. */
export const monthPages: PageKind = {
  name: 'month',
  *views(archive) {
    const months = [...archive.years].flatMap(([year, list]) =>
      [...list.keys()].map((month) => ({ year, month })),
    );
    for (const [at, { year, month }] of months.entries()) {
      const positions = archive.years.get(year)?.get(month) ?? [];
      const title = `${strings.lists.year(year)} ${strings.lists.month(month)}`;
      const own = {
        title,
        description: `${title} · ${strings.lists.articles(grouped(positions.length))}`,
        nav: 'time' as const,
        year: { name: strings.lists.year(year), href: href(paths.year(year)) },
        month,
        articles: grouped(positions.length),
        previous: neighbour(months[at - 1]),
        next: neighbour(months[at + 1]),
      };
      yield listView(paths.month(year, month), 'month.njk', own, {
        archive,
        positions,
        show: (rows) => ({ days: daysOf(rows) }),
      });
    }
  },
};

const neighbour = (at: { year: string; month: string } | undefined) =>
  at
    ? {
        name: `${strings.lists.year(at.year)} ${strings.lists.month(at.month)}`,
        href: href(paths.month(at.year, at.month)),
      }
    : null;
