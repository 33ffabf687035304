import { paths } from '../archive/paths.ts';
import { dividedList, partLinks, partTitle } from './divided.ts';
import { pageKind } from './page-kind.ts';

/** The articles whose source names no time. */
export const undatedPage = pageKind({
  name: 'undated',
  layout: 'undated.njk',
  *pages({ archive }) {
    if (!archive.undated) return;
    const positions = [...archive.entries.keys()].slice(0, archive.undated);
    for (const { path, number, positions: own, begins } of dividedList(archive, paths.undated, positions))
      yield {
        path,
        inputs: { count: number > 1 ? 0 : archive.undated, number, begins, rows: archive.rows(own) },
      };
  },
  data: ({ count, number, begins, rows }, t) => ({
    title: partTitle(t.lists.undated, number, t),
    description: t.lists.undatedNote,
    nav: 'time',
    heading: t.lists.undated,
    articles: count,
    rows: rows.list(),
    ...partLinks(paths.undated, { number, begins }),
  }),
});
