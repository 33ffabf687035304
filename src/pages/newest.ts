import type { Archive } from '../archive/archive.ts';
import type { ArticleGroup } from '../archive/groups.ts';
import { href } from '../archive/paths.ts';
import type { Strings } from '../locales/index.ts';
import { beginsOf, monthsOf, replayOf, yearPages, yearRows, yearsOf } from './groups.ts';
import { nearBegins, PAGE_SIZE, pageLinks } from './paging.ts';
import { groupTimeline } from './timeline.ts';

/** The inputs of a page of a group's newest articles. */
type NewestInputs = ReturnType<typeof newestInputs>;

/** Gathers what the page of a group's newest articles is made from, whatever the group is of. */
export const newestInputs = (archive: Archive, group: ArticleGroup) => ({
  name: group.name,
  path: group.path,
  count: group.entries.length,
  months: monthsOf(archive, group),
  begins: nearBegins(beginsOf(archive, group), 0),
  rows: archive.rows(group.entries.slice(-PAGE_SIZE).reverse()),
  oldest: archive.rows(group.entries.slice(0, 1)),
});

/** The place where the articles of a year begin. */
export function yearPlaces({ path, count, months }: Pick<NewestInputs, 'path' | 'count' | 'months'>) {
  const pageOf = yearPages(path, count, yearsOf(months));
  return (year: string): string => `${href(pageOf.get(year) ?? path)}#y-${year}`;
}

/** What the page of a group's newest articles shows, whatever the group is of. */
export function newestData(inputs: NewestInputs, t: Strings) {
  const { name, path, count, months, begins, rows, oldest } = inputs;
  return {
    title: name,
    name,
    articles: count,
    replay: replayOf({ name, path, count, first: oldest.list()[0] }),
    timeline: groupTimeline(yearsOf(months), yearPlaces(inputs), t),
    rows: yearRows(rows.list()),
    first: href(path),
    current: 0,
    pages: pageLinks(path, begins),
  };
}
