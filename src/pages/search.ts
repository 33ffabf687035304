import { paths } from '../archive/paths.ts';
import { yearLinks } from './link.ts';
import { pageKind } from './page-kind.ts';

/** The search page; without JavaScript it offers the ways to browse. */
export const searchPage = pageKind({
  name: 'search',
  layout: 'search.njk',
  *pages({ archive }) {
    const { settings, reach, years } = archive;
    yield {
      path: paths.search,
      inputs: { description: settings.description, reach, years: [...years.keys()] },
    };
  },
  data: ({ description, reach, years }, t) => ({
    title: t.search.title,
    description,
    nav: 'search',
    reach,
    years: yearLinks(years),
  }),
});
