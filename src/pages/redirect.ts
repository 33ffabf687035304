import { href, rootOf } from '../archive/paths.ts';
import { pageKind } from './page-kind.ts';

/** A small page under each address that an article once had: it leads on wherever the site is published. */
export const redirectPages = pageKind({
  name: 'redirect',
  layout: 'redirect.njk',
  *pages({ archive }) {
    for (const { page, to } of archive.redirects)
      if (page !== null) yield { path: page, inputs: { page, to } };
  },
  data: ({ page, to }, t) => ({ title: t.redirect.title, description: '', target: rootOf(page) + href(to) }),
});
