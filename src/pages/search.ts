import { href, paths } from '../archive/paths.ts';
import * as strings from '../locales/zh-Hans.ts';
import { type PageKind, reach, view } from './page.ts';

/** The search page; without JavaScript it offers the ways to browse. */
export const searchPage: PageKind = {
  name: 'search',
  *views(archive) {
    yield view(paths.search, 'search.njk', {
      title: strings.search.title,
      description: archive.settings.description,
      nav: 'search',
      count: reach(archive),
      years: [...archive.years.keys()].reverse().map((year) => ({ year, href: href(paths.year(year)) })),
    });
  },
};
