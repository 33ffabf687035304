import type { ArticleGroup } from '../archive/groups.ts';
import { byText } from '../archive/order.ts';
import { href, paths } from '../archive/paths.ts';
import { tally } from '../text/counts.ts';

/** A link of a layout; `href` is relative to the site's root and percent-encoded. @param path unescaped */
export const link = (name: string, path: string) => ({ name, href: href(path) });

/** A group, as pages name it. */
export interface NamedGroup {
  name: string;
  path: string;
  count: number;
}

/** Takes of groups as much as pages name. */
export const named = (groups: readonly ArticleGroup[]): NamedGroup[] =>
  groups.map(({ name, path, entries }) => ({ name, path, count: entries.length }));

/** Links to the years, newest first. */
export const yearLinks = (years: readonly string[]): { year: string; href: string }[] =>
  years.map((year) => ({ year, href: href(paths.year(year)) })).reverse();

/** A group as a link with its number of articles. */
export const namedLink = ({ name, path, count }: NamedGroup) => ({ ...link(name, path), count });

/** Where the pages of groups are, by the groups' names. */
export const pathsOf = (groups: readonly ArticleGroup[]): ReadonlyMap<string, string> =>
  new Map(groups.map(({ name, path }) => [name, path]));

/** The commonest of some names that have a page, most frequent first, then by name. */
export function mostOf(
  names: readonly string[],
  paths: ReadonlyMap<string, string>,
  limit: number,
): NamedGroup[] {
  return [...tally(names)]
    .sort(([a, m], [b, n]) => n - m || byText(a, b))
    .flatMap(([name, count]) => {
      const path = paths.get(name);
      return path === undefined ? [] : [{ name, path, count }];
    })
    .slice(0, limit);
}
