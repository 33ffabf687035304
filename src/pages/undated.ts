import { paths } from '../archive/paths.ts';
import { pageKind } from './page-kind.ts';

/** The articles whose source names no time. */
export const undatedPage = pageKind({
  name: 'undated',
  layout: 'undated.njk',
  *pages({ archive }) {
    if (!archive.undated) return;
    const positions = [...archive.entries.keys()].slice(0, archive.undated);
    yield { path: paths.undated, inputs: { count: archive.undated, rows: archive.rows(positions) } };
  },
  data: ({ count, rows }, t) => ({
    title: t.lists.undated,
    description: t.lists.undatedNote,
    nav: 'time',
    articles: count,
    rows: rows.list(),
  }),
});
