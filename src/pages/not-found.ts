import { paths } from '../archive/paths.ts';
import { yearLinks } from './link.ts';
import { pageKind } from './page-kind.ts';

/** The page a host shows for addresses that lead nowhere. */
export const notFoundPage = pageKind({
  name: 'not-found',
  layout: 'not-found.njk',
  *pages({ archive }) {
    yield { path: paths.notFound, inputs: { years: [...archive.years.keys()] } };
  },
  data: ({ years }, t) => ({
    title: t.notFound.title,
    description: t.notFound.fact,
    years: yearLinks(years),
  }),
});
