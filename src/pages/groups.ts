import { href, paths } from '../archive/paths.ts';
import * as strings from '../locales/zh-Hans.ts';
import type { Archive, Group, View } from '../types.ts';
import { groupBars } from './chart.ts';
import { grouped } from './format.ts';
import { listView, type PageKind, type Row, view } from './page.ts';
import { numberedPages, PAGE_SIZE } from './paging.ts';

/** What tells authors from topics. */
interface GroupKind {
  nav: 'authors' | 'topics';
  title: string;
  index: string;
  groups(archive: Archive): Group[];
}

/** All authors, and one page each. */
export const authorPages: PageKind = groupPages({
  nav: 'authors',
  title: strings.lists.authorsTitle,
  index: paths.authors,
  groups: (archive) => archive.authors,
});

/** All topics, and one page each. */
export const topicPages: PageKind = groupPages({
  nav: 'topics',
  title: strings.lists.topicsTitle,
  index: paths.topics,
  groups: (archive) => archive.topics,
});

function groupPages(kind: GroupKind): PageKind {
  return {
    name: kind.nav,
    *views(archive) {
      const groups = kind.groups(archive);
      yield view(kind.index, 'groups.njk', {
        title: kind.title,
        description: groups
          .slice(0, 10)
          .map(({ name }) => name)
          .join('、'),
        nav: kind.nav,
        total: grouped(groups.length),
        groups: groups.map((group) => ({ ...groupLink(group), span: yearSpan(archive, group) })),
      });
      for (const group of groups) yield* onePerGroup(archive, group, kind);
    },
  };
}

/** The newest articles on the group's own page; where there are more, all of them on numbered pages from the oldest. */
function* onePerGroup(archive: Archive, group: Group, { nav, title, index }: GroupKind): Generator<View> {
  const numbered = group.entries.length > PAGE_SIZE ? numberedPages(group.entries) : [];
  const pages = numbered.map(({ number }) => ({
    number: grouped(number),
    href: href(paths.groupPage(group.path, number)),
  }));
  const common = {
    nav,
    name: group.name,
    up: { name: title, href: href(index) },
    articles: grouped(group.entries.length),
    span: yearSpan(archive, group),
    pages,
  };
  const newest = {
    ...common,
    title: group.name,
    description: `${group.name} · ${strings.lists.articles(grouped(group.entries.length))}`,
    bars: groupBars(perYear(archive, group)),
    newest: pages.length > 0,
  };
  const show = (rows: Row[]) => ({ rows });
  const positions = group.entries.slice(-PAGE_SIZE).reverse();
  yield listView(group.path, 'group.njk', newest, { archive, positions, show });
  for (const { number, positions } of numbered) {
    const own = {
      ...common,
      title: `${group.name} · ${strings.lists.page(grouped(number))}`,
      description: `${group.name} · ${strings.lists.page(grouped(number))}`,
      up: { name: group.name, href: href(group.path) },
      current: grouped(number),
      previous: pages[number - 2] ?? null,
      next: pages[number] ?? null,
    };
    yield listView(paths.groupPage(group.path, number), 'group-page.njk', own, { archive, positions, show });
  }
}

/** A group as a link with its count. */
export function groupLink(group: Group): { name: string; href: string; count: number; articles: string } {
  return {
    name: group.name,
    href: href(group.path),
    count: group.entries.length,
    articles: grouped(group.entries.length),
  };
}

/** `2012–2014`, `2012`, or empty where none of the group's articles is dated. */
function yearSpan(archive: Archive, { entries }: Group): string {
  const years = yearsOf(archive);
  // The undated ones stand before all others.
  const first = years[entries.find((at) => at >= archive.undated) ?? -1] ?? '';
  const last = years[entries.at(-1) ?? -1] ?? '';
  return first === last ? first : `${first}–${last}`;
}

/** Number of the group's articles by year, ascending. */
function perYear(archive: Archive, group: Group): { year: string; count: number }[] {
  const years = yearsOf(archive);
  const counts = new Map<string, number>();
  for (const at of group.entries) {
    const year = years[at];
    if (year) counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  return [...counts].map(([year, count]) => ({ year, count }));
}

const known = new WeakMap<Archive, readonly string[]>();

/** The year of each article, empty for the undated: looked up in one short list, not through thousands of entries. */
function yearsOf(archive: Archive): readonly string[] {
  const found = known.get(archive);
  if (found) return found;
  const made = new Array<string>(archive.entries.length).fill('');
  for (const [year, months] of archive.years)
    for (const positions of months.values()) for (const at of positions) made[at] = year;
  known.set(archive, made);
  return made;
}
