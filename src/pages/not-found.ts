import { href, paths } from '../archive/paths.ts';
import * as strings from '../locales/zh-Hans.ts';
import { type PageKind, view } from './page.ts';

/** The page a host shows for addresses that lead nowhere. */
export const notFoundPage: PageKind = {
  name: 'not-found',
  *views(archive) {
    yield view(paths.notFound, 'not-found.njk', {
      title: strings.notFound.title,
      description: strings.notFound.fact,
      years: [...archive.years.keys()].reverse().map((year) => ({ year, href: href(paths.year(year)) })),
    });
  },
};
